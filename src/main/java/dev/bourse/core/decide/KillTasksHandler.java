package dev.bourse.core.decide;

import dev.bourse.core.context.Context;
import dev.bourse.core.context.Rejection;
import dev.bourse.core.event.TaskKillRequested;
import dev.bourse.core.frameworks.Reconciler;
import dev.bourse.core.frameworks.Sessions;
import dev.bourse.core.state.FrameworkRow;
import dev.bourse.core.state.TaskRow;
import dev.bourse.topics.command.KillTasks;
import dev.bourse.topics.framework.TaskRef;
import dev.bourse.topics.id.TaskId;
import dev.bourse.topics.task.Reason;
import org.jspecify.annotations.Nullable;

/** Ends tasks of a framework; of what it does not know it says what is known. */
final class KillTasksHandler implements CommandHandler<KillTasks> {

  @Override
  public @Nullable Rejection handle(KillTasks call, Context context) {
    Sessions.Admission admission = Sessions.admit(call, context);
    FrameworkRow framework = admission.framework();
    if (framework == null) {
      return admission.refusal();
    }
    for (String name : call.tasks()) {
      TaskRow task =
          TaskId.isValidName(name) ? context.state().task(TaskId.of(framework.id(), name)) : null;
      if (task == null) {
        Reconciler.answer(new TaskRef(name, null), framework, context);
      } else {
        context.emit(new TaskKillRequested(task.id(), reason(task), null, call.graceMillis()));
      }
    }
    return null;
  }

  /** Why it is being ended already, if it is. */
  private static Reason reason(TaskRow task) {
    return task.killReason() == null ? Reason.CANCELLED : task.killReason();
  }
}
