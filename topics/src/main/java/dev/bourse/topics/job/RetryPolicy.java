package dev.bourse.topics.job;

import dev.bourse.topics.task.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a failed attempt is followed by another. Ends that are the cluster's fault ({@link
 * Reason#isClusterFault}) are always followed by another and do not count.
 *
 * @param attempts how many retries there may be after the first attempt; 0 for none
 * @param backoff the wait before each
 * @param onExitCodes the exit codes that are worth a retry
 * @param onReasons the reasons that are worth a retry; when both lists are empty every failure is
 */
public record RetryPolicy(
    int attempts, Backoff backoff, List<Integer> onExitCodes, List<Reason> onReasons) {

  /** No retry. */
  public static final RetryPolicy NONE = new RetryPolicy(0, Backoff.DEFAULT, List.of(), List.of());

  /** Copies. */
  public RetryPolicy {
    onExitCodes = List.copyOf(onExitCodes);
    onReasons = List.copyOf(onReasons);
  }

  /** Whether a failure of this kind is worth a retry. */
  public boolean covers(@Nullable Integer exitCode, @Nullable Reason reason) {
    if (onExitCodes.isEmpty() && onReasons.isEmpty()) {
      return true;
    }
    return (exitCode != null && onExitCodes.contains(exitCode))
        || (reason != null && onReasons.contains(reason));
  }
}
