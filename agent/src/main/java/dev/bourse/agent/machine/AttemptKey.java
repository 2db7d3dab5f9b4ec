package dev.bourse.agent.machine;

import dev.bourse.topics.command.ReportStatus;
import dev.bourse.topics.id.TaskId;
import dev.bourse.topics.order.AcknowledgeStatus;
import dev.bourse.topics.order.KillTask;
import dev.bourse.topics.order.LaunchTask;
import java.util.Comparator;

/**
 * One launch of one attempt of a task.
 *
 * @param task which task
 * @param attempt 1 for the first
 * @param epoch the number of the launch
 */
public record AttemptKey(TaskId task, int attempt, long epoch) implements Comparable<AttemptKey> {

  private static final Comparator<AttemptKey> ORDER =
      Comparator.comparingLong(AttemptKey::epoch)
          .thenComparing(AttemptKey::task)
          .thenComparingInt(AttemptKey::attempt);

  /** Whose launch this is. */
  public static AttemptKey of(LaunchTask launch) {
    return new AttemptKey(launch.task(), launch.attempt(), launch.epoch());
  }

  /** Whose report this is. */
  public static AttemptKey of(ReportStatus report) {
    return new AttemptKey(report.task(), report.attempt(), report.epoch());
  }

  static AttemptKey of(KillTask kill) {
    return new AttemptKey(kill.task(), kill.attempt(), kill.epoch());
  }

  static AttemptKey of(AcknowledgeStatus acknowledgement) {
    return new AttemptKey(
        acknowledgement.task(), acknowledgement.attempt(), acknowledgement.epoch());
  }

  @Override
  public int compareTo(AttemptKey other) {
    return ORDER.compare(this, other);
  }

  /** {@code task.attempt.epoch}: the name of the attempt's folder. */
  @Override
  public String toString() {
    return task + "." + attempt + "." + epoch;
  }
}
