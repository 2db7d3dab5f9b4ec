package dev.bourse.core.decide;

import dev.bourse.core.context.Context;
import dev.bourse.core.context.Rejection;
import dev.bourse.core.frameworks.FrameworkEnds;
import dev.bourse.core.frameworks.Sessions;
import dev.bourse.core.state.FrameworkRow;
import dev.bourse.topics.command.DisconnectFramework;
import org.jspecify.annotations.Nullable;

/** Ends a session; the tasks stay for the failover timeout. */
final class DisconnectFrameworkHandler implements CommandHandler<DisconnectFramework> {

  @Override
  public @Nullable Rejection handle(DisconnectFramework call, Context context) {
    Sessions.Admission admission = Sessions.identify(call, context);
    FrameworkRow framework = admission.framework();
    if (framework == null) {
      return admission.refusal();
    }
    FrameworkEnds.disconnect(framework, call.message(), context);
    Drains.checkAll(context);
    return null;
  }
}
