package dev.bourse.topics.command;

import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.id.TaskId;

/**
 * Has taken in an update of a task, which is not sent again; the next one is.
 *
 * @param framework who
 * @param session the one in which it subscribed last; a call of an older one is refused
 * @param task as the framework calls it
 * @param update the id of the update; another one than is awaited is ignored
 */
public record AcknowledgeUpdate(FrameworkId framework, String session, String task, String update)
    implements SchedulerCall {

  /** Checks. */
  public AcknowledgeUpdate {
    Calls.check(framework, session);
    TaskId.checkName("task", task);
    Texts.check("update", update, 64);
  }
}
