package dev.bourse.core.decide;

import dev.bourse.core.context.Context;
import dev.bourse.core.context.Rejection;
import dev.bourse.core.frameworks.Sessions;
import dev.bourse.core.frameworks.TaskNews;
import dev.bourse.core.state.FrameworkRow;
import dev.bourse.core.state.UpdatesRow;
import dev.bourse.topics.command.AcknowledgeUpdate;
import dev.bourse.topics.id.TaskId;
import org.jspecify.annotations.Nullable;

/** Takes an update off the line of a task, so that the next one comes. */
final class AcknowledgeUpdateHandler implements CommandHandler<AcknowledgeUpdate> {

  @Override
  public @Nullable Rejection handle(AcknowledgeUpdate call, Context context) {
    Sessions.Admission admission = Sessions.admit(call, context);
    FrameworkRow framework = admission.framework();
    if (framework == null) {
      return admission.refusal();
    }
    if (TaskId.isValidName(call.task())) {
      TaskId task = TaskId.of(framework.id(), call.task());
      UpdatesRow line = context.state().updates(task);
      if (line != null && TaskNews.acknowledge(task, call.update(), context)) {
        Drains.check(line.agent(), context);
      }
    }
    return null;
  }
}
