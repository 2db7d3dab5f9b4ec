package dev.bourse.topics.codec;

import dev.bourse.topics.command.AcceptOffers;
import dev.bourse.topics.command.AcknowledgeUpdate;
import dev.bourse.topics.command.AnswerInverseOffers;
import dev.bourse.topics.command.CancelJob;
import dev.bourse.topics.command.DeactivateAgent;
import dev.bourse.topics.command.DeclineOffers;
import dev.bourse.topics.command.DeregisterAgent;
import dev.bourse.topics.command.DisconnectFramework;
import dev.bourse.topics.command.DrainAgent;
import dev.bourse.topics.command.EndMaintenance;
import dev.bourse.topics.command.KillTasks;
import dev.bourse.topics.command.MarkAgentGone;
import dev.bourse.topics.command.MarkAgentUnreachable;
import dev.bourse.topics.command.ReactivateAgent;
import dev.bourse.topics.command.ReconcileTasks;
import dev.bourse.topics.command.RegisterAgent;
import dev.bourse.topics.command.ReportStatus;
import dev.bourse.topics.command.ReserveResources;
import dev.bourse.topics.command.ReviveOffers;
import dev.bourse.topics.command.ScheduleMaintenance;
import dev.bourse.topics.command.SendMessage;
import dev.bourse.topics.command.SetQuota;
import dev.bourse.topics.command.SetWeights;
import dev.bourse.topics.command.StartMaintenance;
import dev.bourse.topics.command.SubmitJob;
import dev.bourse.topics.command.SubscribeFramework;
import dev.bourse.topics.command.SuppressOffers;
import dev.bourse.topics.command.TeardownFramework;
import dev.bourse.topics.command.UnreserveResources;
import dev.bourse.topics.command.UpdateFramework;
import dev.bourse.topics.journal.JournalEntry;
import dev.bourse.topics.liveness.FrameworkHeartbeat;
import dev.bourse.topics.liveness.Heartbeat;
import dev.bourse.topics.log.LogChunk;
import dev.bourse.topics.order.AcknowledgeStatus;
import dev.bourse.topics.order.ConfirmRegistration;
import dev.bourse.topics.order.KillTask;
import dev.bourse.topics.order.LaunchTask;
import dev.bourse.topics.order.RequestRegistration;
import dev.bourse.topics.order.ShutdownAgent;
import dev.bourse.topics.scheduler.AgentFailed;
import dev.bourse.topics.scheduler.CallRefused;
import dev.bourse.topics.scheduler.FrameworkSubscribed;
import dev.bourse.topics.scheduler.InverseOffer;
import dev.bourse.topics.scheduler.InverseOfferEnded;
import dev.bourse.topics.scheduler.OfferEnded;
import dev.bourse.topics.scheduler.OperationUpdate;
import dev.bourse.topics.scheduler.ResourceOffer;
import dev.bourse.topics.scheduler.SessionEnded;
import dev.bourse.topics.scheduler.TaskUpdate;
import dev.bourse.topics.view.AgentView;
import dev.bourse.topics.view.FrameworkView;
import dev.bourse.topics.view.JobView;
import dev.bourse.topics.view.RoleView;
import dev.bourse.topics.view.TaskView;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every kind of record on the topics and the name and version it goes by in the header {@code
 * ce_type}. A change that an older reader could not ignore gets a new version.
 */
public enum RecordType {
  /** The job document itself; the header may be left out on {@code submissions}. */
  SUBMIT_JOB("dev.bourse.job.submit.v1", SubmitJob.class),
  CANCEL_JOB("dev.bourse.job.cancel.v1", CancelJob.class),
  REGISTER_AGENT("dev.bourse.agent.register.v1", RegisterAgent.class),
  DEREGISTER_AGENT("dev.bourse.agent.deregister.v1", DeregisterAgent.class),
  MARK_AGENT_UNREACHABLE("dev.bourse.agent.mark-unreachable.v1", MarkAgentUnreachable.class),
  REPORT_STATUS("dev.bourse.task.status.v1", ReportStatus.class),
  SUBSCRIBE("dev.bourse.framework.subscribe.v1", SubscribeFramework.class),
  UPDATE_FRAMEWORK("dev.bourse.framework.update.v1", UpdateFramework.class),
  DISCONNECT("dev.bourse.framework.disconnect.v1", DisconnectFramework.class),
  TEARDOWN("dev.bourse.framework.teardown.v1", TeardownFramework.class),
  ACCEPT("dev.bourse.framework.accept.v1", AcceptOffers.class),
  DECLINE("dev.bourse.framework.decline.v1", DeclineOffers.class),
  REVIVE("dev.bourse.framework.revive.v1", ReviveOffers.class),
  SUPPRESS("dev.bourse.framework.suppress.v1", SuppressOffers.class),
  KILL("dev.bourse.framework.kill.v1", KillTasks.class),
  ACKNOWLEDGE("dev.bourse.framework.acknowledge.v1", AcknowledgeUpdate.class),
  RECONCILE("dev.bourse.framework.reconcile.v1", ReconcileTasks.class),
  MESSAGE("dev.bourse.framework.message.v1", SendMessage.class),
  ANSWER_INVERSE_OFFERS("dev.bourse.framework.answer-inverse-offers.v1", AnswerInverseOffers.class),
  SET_QUOTA("dev.bourse.operator.set-quota.v1", SetQuota.class),
  SET_WEIGHTS("dev.bourse.operator.set-weights.v1", SetWeights.class),
  RESERVE("dev.bourse.operator.reserve.v1", ReserveResources.class),
  UNRESERVE("dev.bourse.operator.unreserve.v1", UnreserveResources.class),
  DRAIN_AGENT("dev.bourse.operator.drain-agent.v1", DrainAgent.class),
  DEACTIVATE_AGENT("dev.bourse.operator.deactivate-agent.v1", DeactivateAgent.class),
  REACTIVATE_AGENT("dev.bourse.operator.reactivate-agent.v1", ReactivateAgent.class),
  MARK_AGENT_GONE("dev.bourse.operator.mark-agent-gone.v1", MarkAgentGone.class),
  SCHEDULE_MAINTENANCE("dev.bourse.operator.schedule-maintenance.v1", ScheduleMaintenance.class),
  START_MAINTENANCE("dev.bourse.operator.start-maintenance.v1", StartMaintenance.class),
  END_MAINTENANCE("dev.bourse.operator.end-maintenance.v1", EndMaintenance.class),
  HEARTBEAT("dev.bourse.agent.heartbeat.v1", Heartbeat.class),
  FRAMEWORK_HEARTBEAT("dev.bourse.framework.heartbeat.v1", FrameworkHeartbeat.class),
  OFFER("dev.bourse.offer.made.v1", ResourceOffer.class),
  OFFER_ENDED("dev.bourse.offer.ended.v1", OfferEnded.class),
  INVERSE_OFFER("dev.bourse.inverse-offer.made.v1", InverseOffer.class),
  INVERSE_OFFER_ENDED("dev.bourse.inverse-offer.ended.v1", InverseOfferEnded.class),
  SUBSCRIBED("dev.bourse.framework.subscribed.v1", FrameworkSubscribed.class),
  SESSION_ENDED("dev.bourse.framework.session-ended.v1", SessionEnded.class),
  TASK_UPDATE("dev.bourse.task.update.v1", TaskUpdate.class),
  OPERATION_UPDATE("dev.bourse.operation.update.v1", OperationUpdate.class),
  AGENT_FAILED("dev.bourse.agent.failed.v1", AgentFailed.class),
  CALL_REFUSED("dev.bourse.framework.call-refused.v1", CallRefused.class),
  LAUNCH_TASK("dev.bourse.task.launch.v1", LaunchTask.class),
  KILL_TASK("dev.bourse.task.kill.v1", KillTask.class),
  ACKNOWLEDGE_STATUS("dev.bourse.task.acknowledge.v1", AcknowledgeStatus.class),
  CONFIRM_REGISTRATION("dev.bourse.agent.confirm-registration.v1", ConfirmRegistration.class),
  REQUEST_REGISTRATION("dev.bourse.agent.request-registration.v1", RequestRegistration.class),
  SHUTDOWN_AGENT("dev.bourse.agent.shutdown.v1", ShutdownAgent.class),
  JOB_VIEW("dev.bourse.job.view.v1", JobView.class),
  TASK_VIEW("dev.bourse.task.view.v1", TaskView.class),
  AGENT_VIEW("dev.bourse.agent.view.v1", AgentView.class),
  FRAMEWORK_VIEW("dev.bourse.framework.view.v1", FrameworkView.class),
  ROLE_VIEW("dev.bourse.role.view.v1", RoleView.class),
  JOURNAL_ENTRY("dev.bourse.journal.entry.v1", JournalEntry.class),
  /** Raw bytes; everything else about them is in headers. */
  LOG_CHUNK("dev.bourse.log.chunk.v1", LogChunk.class);

  private static final Map<String, RecordType> BY_NAME = new LinkedHashMap<>();
  private static final Map<Class<?>, RecordType> BY_CLASS = new LinkedHashMap<>();

  static {
    for (RecordType type : values()) {
      BY_NAME.put(type.ceType, type);
      BY_CLASS.put(type.recordClass, type);
    }
  }

  private final String ceType;
  private final Class<?> recordClass;

  RecordType(String ceType, Class<?> recordClass) {
    this.ceType = ceType;
    this.recordClass = recordClass;
  }

  /** The value of the header {@code ce_type}. */
  public String ceType() {
    return ceType;
  }

  /** The Java type. */
  public Class<?> recordClass() {
    return recordClass;
  }

  /** The type with this name and version, or null. */
  public static @Nullable RecordType ofName(String ceType) {
    return BY_NAME.get(ceType);
  }

  /**
   * The type of a record.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static RecordType of(Object record) {
    RecordType type = BY_CLASS.get(record.getClass());
    if (type == null) {
      throw new IllegalArgumentException(record.getClass() + " is no kind of record");
    }
    return type;
  }

  /** All types by name, in the order of declaration. */
  public static Map<String, RecordType> all() {
    return Collections.unmodifiableMap(BY_NAME);
  }
}
