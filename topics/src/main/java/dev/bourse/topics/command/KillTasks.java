package dev.bourse.topics.command;

import dev.bourse.topics.id.FrameworkId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ends tasks. One that is not known is answered with what is known of it.
 *
 * @param framework who
 * @param session the one in which it subscribed last; a call of an older one is refused
 * @param tasks as the framework calls them
 * @param graceMillis between TERM and KILL; null for that of the task
 */
public record KillTasks(
    FrameworkId framework, String session, List<String> tasks, @Nullable Long graceMillis)
    implements SchedulerCall {

  /** Checks and copies. */
  public KillTasks {
    Calls.check(framework, session);
    tasks = Calls.tasks(tasks);
    if (graceMillis != null && graceMillis < 0) {
      throw new IllegalArgumentException(
          "graceMillis: is " + graceMillis + ", but must be 0 or more");
    }
  }
}
