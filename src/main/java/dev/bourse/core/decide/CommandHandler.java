package dev.bourse.core.decide;

import dev.bourse.core.context.Context;
import dev.bourse.core.context.Rejection;
import dev.bourse.topics.command.Command;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a kind of command comes to.
 *
 * <p>A handler looks at the command and the read-only state, and emits events; it keeps nothing
 * between calls.
 */
interface CommandHandler<C extends Command> {

  /**
   * Decides.
   *
   * @return why the command is not applied, or null when it is
   */
  @Nullable Rejection handle(C command, Context context);
}
