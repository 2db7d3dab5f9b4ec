package dev.bourse.master.streams;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.config.ConfigResource;
import org.jboss.logging.Logger;

/** The session timeout that the broker allows. */
final class SessionTimeout {

  private static final Logger LOG = Logger.getLogger(SessionTimeout.class);
  private static final String MINIMUM = "group.min.session.timeout.ms";

  private final Admin admin;

  SessionTimeout(Admin admin) {
    this.admin = admin;
  }

  /** What is wanted, or the broker's minimum when that is more; in milliseconds. */
  int atLeast(Duration wanted) throws InterruptedException, ExecutionException {
    Node node = admin.describeCluster().nodes().get().iterator().next();
    ConfigResource broker = new ConfigResource(ConfigResource.Type.BROKER, node.idString());
    ConfigEntry entry =
        admin.describeConfigs(List.of(broker)).all().get().values().iterator().next().get(MINIMUM);
    int minimum = entry == null ? 0 : Integer.parseInt(entry.value());
    if (wanted.toMillis() < minimum) {
      LOG.warnf(
          "bourse.master.session-timeout is %d ms, but the broker's %s is %d: taking that; a"
              + " standby takes over this much later",
          wanted.toMillis(), MINIMUM, minimum);
    }
    return Math.max(minimum, Math.toIntExact(wanted.toMillis()));
  }
}
