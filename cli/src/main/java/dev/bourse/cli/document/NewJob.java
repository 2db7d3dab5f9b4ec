package dev.bourse.cli.document;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bourse.cli.client.BourseClient;
import dev.bourse.cli.client.ClientException;
import dev.bourse.cli.client.Patience;
import dev.bourse.cli.client.ProblemException;
import dev.bourse.cli.client.Submission;
import dev.bourse.cli.client.UnreachableException;
import dev.bourse.topics.id.JobId;
import java.security.SecureRandom;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Hands in jobs so that a lost answer does no harm: with an id, trying again is the same job. */
public final class NewJob {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private NewJob() {}

  /**
   * Hands in a document, and again while the server is failing over.
   *
   * @param stage how far to wait for the job, see {@link BourseClient#submit}
   * @param limit of that wait
   */
  public static Submission submit(
      BourseClient client, ObjectNode document, @Nullable String stage, Duration limit)
      throws ClientException {
    if (!document.has("id")) {
      document.put("id", newId());
    }
    Patience patience = new Patience(PATIENCE);
    while (true) {
      try {
        return client.submit(document, stage, limit);
      } catch (UnreachableException e) {
        if (e.isRefused()) {
          throw e;
        }
        patience.pauseAfter(e);
      } catch (ProblemException e) {
        if (!e.isTemporary()) {
          throw e;
        }
        patience.pauseAfter(e);
      }
    }
  }

  private static String newId() {
    return JobId.timeOrdered(System.currentTimeMillis(), new SecureRandom().nextLong()).value();
  }
}
