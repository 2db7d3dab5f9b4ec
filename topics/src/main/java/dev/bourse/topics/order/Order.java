package dev.bourse.topics.order;

import dev.bourse.topics.id.AgentId;

/** Something an agent is told to do, on the {@code launches} topic under the agent's id. */
public sealed interface Order
    permits AcknowledgeStatus,
        ConfirmRegistration,
        KillTask,
        LaunchTask,
        RequestRegistration,
        ShutdownAgent {

  /** Who is told. */
  AgentId agent();
}
