package dev.bourse.topics.command;

import dev.bourse.topics.framework.FrameworkInfo;
import dev.bourse.topics.id.FrameworkId;
import java.util.Objects;

/**
 * A framework is there, or there again: it is offered resources from now on. A session that it had
 * before is replaced: its outstanding offers are rescinded, its tasks go on.
 *
 * @param framework who
 * @param session the new one: any text that is another one each time it subscribes, of at most 64
 *     characters
 * @param info what it says of itself
 */
public record SubscribeFramework(FrameworkId framework, String session, FrameworkInfo info)
    implements SchedulerCall {

  /** Checks. */
  public SubscribeFramework {
    Calls.check(framework, session);
    Objects.requireNonNull(info, "info: is missing");
  }
}
