package dev.bourse.core.decide;

import dev.bourse.core.context.Context;
import dev.bourse.core.context.Rejection;
import dev.bourse.core.frameworks.Sessions;
import dev.bourse.core.state.FrameworkRow;
import dev.bourse.topics.command.SendMessage;
import org.jspecify.annotations.Nullable;

/** Hands a message to an executor; there are none yet. */
final class SendMessageHandler implements CommandHandler<SendMessage> {

  @Override
  public @Nullable Rejection handle(SendMessage call, Context context) {
    Sessions.Admission admission = Sessions.admit(call, context);
    FrameworkRow framework = admission.framework();
    if (framework == null) {
      return admission.refusal();
    }
    return Sessions.refuse(
        call,
        "task: '"
            + call.task()
            + "' of framework '"
            + framework.id()
            + "' has no executor that could take a message",
        context);
  }
}
