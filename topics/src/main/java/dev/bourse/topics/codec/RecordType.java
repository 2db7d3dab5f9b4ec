package dev.bourse.topics.codec;

import dev.bourse.topics.command.CancelJob;
import dev.bourse.topics.command.DeregisterAgent;
import dev.bourse.topics.command.MarkAgentUnreachable;
import dev.bourse.topics.command.RegisterAgent;
import dev.bourse.topics.command.ReportStatus;
import dev.bourse.topics.command.SubmitJob;
import dev.bourse.topics.journal.JournalEntry;
import dev.bourse.topics.liveness.Heartbeat;
import dev.bourse.topics.log.LogChunk;
import dev.bourse.topics.order.AcknowledgeStatus;
import dev.bourse.topics.order.ConfirmRegistration;
import dev.bourse.topics.order.KillTask;
import dev.bourse.topics.order.LaunchTask;
import dev.bourse.topics.order.RequestRegistration;
import dev.bourse.topics.view.AgentView;
import dev.bourse.topics.view.JobView;
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
  HEARTBEAT("dev.bourse.agent.heartbeat.v1", Heartbeat.class),
  LAUNCH_TASK("dev.bourse.task.launch.v1", LaunchTask.class),
  KILL_TASK("dev.bourse.task.kill.v1", KillTask.class),
  ACKNOWLEDGE_STATUS("dev.bourse.task.acknowledge.v1", AcknowledgeStatus.class),
  CONFIRM_REGISTRATION("dev.bourse.agent.confirm-registration.v1", ConfirmRegistration.class),
  REQUEST_REGISTRATION("dev.bourse.agent.request-registration.v1", RequestRegistration.class),
  JOB_VIEW("dev.bourse.job.view.v1", JobView.class),
  TASK_VIEW("dev.bourse.task.view.v1", TaskView.class),
  AGENT_VIEW("dev.bourse.agent.view.v1", AgentView.class),
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
