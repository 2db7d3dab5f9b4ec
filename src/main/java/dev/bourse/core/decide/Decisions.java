package dev.bourse.core.decide;

import dev.bourse.core.context.Context;
import dev.bourse.core.context.Rejection;
import dev.bourse.topics.command.Command;
import org.jspecify.annotations.Nullable;

/** What commands come to: {@link Handlers}, or in a test of a checker something a little wrong. */
@FunctionalInterface
public interface Decisions {

  /**
   * Decides what a command comes to.
   *
   * @return why the command is not applied, or null when it is
   */
  @Nullable Rejection handle(Command command, Context context);
}
