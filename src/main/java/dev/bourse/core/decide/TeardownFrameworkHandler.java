package dev.bourse.core.decide;

import dev.bourse.core.context.Context;
import dev.bourse.core.context.Rejection;
import dev.bourse.core.frameworks.FrameworkEnds;
import dev.bourse.core.frameworks.Sessions;
import dev.bourse.core.state.FrameworkRow;
import dev.bourse.topics.command.TeardownFramework;
import dev.bourse.topics.view.FrameworkState;
import org.jspecify.annotations.Nullable;

/** Ends a framework, be it asked for by itself or by an operator. */
final class TeardownFrameworkHandler implements CommandHandler<TeardownFramework> {

  @Override
  public @Nullable Rejection handle(TeardownFramework command, Context context) {
    FrameworkRow framework = context.state().framework(command.framework());
    if (framework == null) {
      return new Rejection("framework: there is no framework '" + command.framework() + "'");
    }
    if (framework.state() == FrameworkState.REMOVED) {
      return new Rejection(
          "framework: '" + command.framework() + "' is over: " + framework.message());
    }
    String session = command.session();
    if (session != null && !session.equals(framework.session())) {
      return Sessions.refuse(
          command.framework(),
          session,
          "TeardownFramework",
          "session: is '" + session + "', but the framework is subscribed in another session",
          context);
    }
    FrameworkEnds.remove(
        framework.id(),
        session == null ? "an operator has ended it" : "it has ended itself",
        context);
    Drains.checkAll(context);
    return null;
  }
}
