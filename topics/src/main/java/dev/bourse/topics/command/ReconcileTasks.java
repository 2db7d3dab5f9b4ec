package dev.bourse.topics.command;

import dev.bourse.topics.framework.TaskRef;
import dev.bourse.topics.id.FrameworkId;
import java.util.List;

/**
 * Asks where tasks stand. Each is answered with an update of reason {@code RECONCILIATION}, which
 * need not be acknowledged.
 *
 * @param framework who
 * @param session the one in which it subscribed last; a call of an older one is refused
 * @param tasks which; empty for all that are not over
 */
public record ReconcileTasks(FrameworkId framework, String session, List<TaskRef> tasks)
    implements SchedulerCall {

  private static final int MAX_TASKS = 10_000;

  /** Checks and copies. */
  public ReconcileTasks {
    Calls.check(framework, session);
    tasks = List.copyOf(tasks);
    if (tasks.size() > MAX_TASKS) {
      throw new IllegalArgumentException(
          "tasks: has " + tasks.size() + " entries, but may have " + MAX_TASKS);
    }
  }
}
