package dev.bourse.core.decide;

import dev.bourse.core.context.Context;
import dev.bourse.core.context.Rejection;
import dev.bourse.core.frameworks.Reconciler;
import dev.bourse.core.frameworks.Sessions;
import dev.bourse.core.state.FrameworkRow;
import dev.bourse.topics.command.ReconcileTasks;
import org.jspecify.annotations.Nullable;

/** Tells a framework where its tasks stand. */
final class ReconcileTasksHandler implements CommandHandler<ReconcileTasks> {

  @Override
  public @Nullable Rejection handle(ReconcileTasks call, Context context) {
    Sessions.Admission admission = Sessions.admit(call, context);
    FrameworkRow framework = admission.framework();
    if (framework == null) {
      return admission.refusal();
    }
    if (call.tasks().isEmpty()) {
      Reconciler.implicit(framework, null, context);
    } else {
      Reconciler.explicit(call.tasks(), framework, context);
    }
    return null;
  }
}
