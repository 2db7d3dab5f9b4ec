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
 * @param graceMillis between TERM and KILL; null for that of the task, at most 30 days
 */
public record KillTasks(
    FrameworkId framework, String session, List<String> tasks, @Nullable Long graceMillis)
    implements SchedulerCall {

  /** Checks and copies. */
  public KillTasks {
    Calls.check(framework, session);
    tasks = Calls.tasks(tasks);
    Calls.span("graceMillis", graceMillis);
  }
}
