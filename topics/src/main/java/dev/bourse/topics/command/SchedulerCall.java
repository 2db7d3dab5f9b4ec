package dev.bourse.topics.command;

import dev.bourse.topics.id.FrameworkId;

/** What a framework with a session asks for, on the {@code accepts} topic under its id. */
public sealed interface SchedulerCall extends Command
    permits AcceptOffers,
        AcknowledgeUpdate,
        AnswerInverseOffers,
        DeclineOffers,
        DisconnectFramework,
        KillTasks,
        ReconcileTasks,
        ReviveOffers,
        SendMessage,
        SubscribeFramework,
        SuppressOffers,
        UpdateFramework {

  /** Who asks. */
  FrameworkId framework();

  /** The session in which it asks: any text that is another one each time it subscribes. */
  String session();
}
