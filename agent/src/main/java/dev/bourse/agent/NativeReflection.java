package dev.bourse.agent;

import dev.bourse.agent.folder.Checkpoint;
import dev.bourse.agent.folder.Identity;
import dev.bourse.agent.folder.KillRecord;
import dev.bourse.agent.folder.Position;
import dev.bourse.agent.folder.Shipped;
import dev.bourse.topics.command.DeregisterAgent;
import dev.bourse.topics.command.RegisterAgent;
import dev.bourse.topics.command.ReportStatus;
import dev.bourse.topics.command.TaskReport;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.id.JobId;
import dev.bourse.topics.id.TaskId;
import dev.bourse.topics.job.ProcessSpec;
import dev.bourse.topics.liveness.Heartbeat;
import dev.bourse.topics.order.AcknowledgeStatus;
import dev.bourse.topics.order.ConfirmRegistration;
import dev.bourse.topics.order.KillTask;
import dev.bourse.topics.order.LaunchTask;
import dev.bourse.topics.order.RequestRegistration;
import dev.bourse.topics.order.ShutdownAgent;
import dev.bourse.topics.task.Reason;
import dev.bourse.topics.task.TaskExit;
import dev.bourse.topics.task.TaskState;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * The classes that Jackson reads and writes; a native image must be told of them. A test checks
 * that none is missing.
 */
@RegisterForReflection(
    targets = {
      AcknowledgeStatus.class,
      AgentId.class,
      Checkpoint.class,
      ConfirmRegistration.class,
      DeregisterAgent.class,
      FrameworkId.class,
      Heartbeat.class,
      Identity.class,
      JobId.class,
      KillRecord.class,
      KillTask.class,
      LaunchTask.class,
      Position.class,
      ProcessSpec.class,
      Reason.class,
      RegisterAgent.class,
      ReportStatus.class,
      RequestRegistration.class,
      Shipped.class,
      ShutdownAgent.class,
      TaskExit.class,
      TaskId.class,
      TaskReport.class,
      TaskState.class,
    })
final class NativeReflection {

  private NativeReflection() {}
}
