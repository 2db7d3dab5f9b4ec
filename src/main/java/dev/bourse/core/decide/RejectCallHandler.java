package dev.bourse.core.decide;

import dev.bourse.core.context.Context;
import dev.bourse.core.context.Rejection;
import dev.bourse.core.frameworks.Sessions;
import dev.bourse.topics.command.RejectCall;
import org.jspecify.annotations.Nullable;

/** Tells a framework that a call of its cannot be read. */
final class RejectCallHandler implements CommandHandler<RejectCall> {

  @Override
  public @Nullable Rejection handle(RejectCall command, Context context) {
    // Only of a framework that is known is it counted how often it calls.
    return context.state().framework(command.framework()) != null
            && Sessions.isTooFast(command.framework(), context)
        ? new Rejection("calls: there are too many, and this one cannot be read")
        : Sessions.refuse(command.framework(), null, command.call(), command.reason(), context);
  }
}
