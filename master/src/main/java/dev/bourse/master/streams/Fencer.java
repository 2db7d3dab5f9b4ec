package dev.bourse.master.streams;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TransactionListing;
import org.jboss.logging.Logger;

/**
 * Ends the transaction that a dead master has left open. A process without persistent stores has a
 * new transactional id at each start, so nobody fences the old one by being its successor; until it
 * times out, its open transaction holds up our restore and every reader of committed records.
 *
 * <p>Only for clusters of one cell: with more, other live masters have transactions too.
 */
final class Fencer {

  private static final Logger LOG = Logger.getLogger(Fencer.class);
  private static final long TIMEOUT_MILLIS = 5_000;

  private final Admin admin;
  private final String applicationId;

  Fencer(Admin admin, String applicationId) {
    this.admin = admin;
    this.applicationId = applicationId;
  }

  /**
   * Fences every producer of the application but our own.
   *
   * @param ownPrefix how our transactional ids begin
   */
  void fenceOthers(String ownPrefix) throws InterruptedException {
    try {
      Collection<TransactionListing> all =
          admin.listTransactions().all().get(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
      List<String> others =
          all.stream()
              .map(TransactionListing::transactionalId)
              .filter(id -> id.startsWith(applicationId + "-") && !id.startsWith(ownPrefix))
              .toList();
      if (!others.isEmpty()) {
        admin.fenceProducers(others).all().get(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
        LOG.infof("fenced the predecessor's %s", others);
      }
    } catch (ExecutionException | TimeoutException e) {
      // Its transaction then ends by its own timeout: slower, and as safe.
      LOG.warnf("cannot fence the predecessor: %s", e.toString());
    }
  }
}
