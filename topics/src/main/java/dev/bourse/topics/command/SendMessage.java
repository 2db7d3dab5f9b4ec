package dev.bourse.topics.command;

import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.id.TaskId;
import java.util.Objects;

/**
 * Sends something to the executor of a task, at most once.
 *
 * @param framework who
 * @param session the one in which it subscribed last; a call of an older one is refused
 * @param task as the framework calls it
 * @param data what; at most 65,536 characters
 */
public record SendMessage(FrameworkId framework, String session, String task, String data)
    implements SchedulerCall {

  private static final int MAX_DATA = 1 << 16;

  /** Checks. */
  public SendMessage {
    Calls.check(framework, session);
    TaskId.checkName("task", task);
    Texts.checkOptional("data", Objects.requireNonNull(data, "data: is missing"), MAX_DATA);
  }
}
