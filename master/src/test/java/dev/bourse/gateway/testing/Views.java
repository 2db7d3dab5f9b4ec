package dev.bourse.gateway.testing;

import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.JobId;
import dev.bourse.topics.id.TaskId;
import dev.bourse.topics.job.Fingerprint;
import dev.bourse.topics.job.JobDocuments;
import dev.bourse.topics.job.JobSpec;
import dev.bourse.topics.job.JobState;
import dev.bourse.topics.resources.Attributes;
import dev.bourse.topics.resources.Resources;
import dev.bourse.topics.task.Reason;
import dev.bourse.topics.task.TaskExit;
import dev.bourse.topics.task.TaskState;
import dev.bourse.topics.view.AgentState;
import dev.bourse.topics.view.AgentView;
import dev.bourse.topics.view.JobView;
import dev.bourse.topics.view.TaskView;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Rows for tests. */
public final class Views {

  private Views() {}

  public static JobSpec spec(String document) {
    return JobDocuments.read(document.getBytes(StandardCharsets.UTF_8)).spec();
  }

  public static Job job(String id) {
    return new Job(id);
  }

  public static TaskView task(String job, TaskState state, String agent) {
    TaskExit exit = state.isTerminal() ? new TaskExit(3, null, 2_000, 3_000) : null;
    return new TaskView(
        TaskId.of(new JobId(job), 0),
        new JobId(job),
        state,
        1,
        7,
        new AgentId(agent),
        "default",
        Resources.parse("cpus:0.5;memory:256"),
        state.isTerminal() ? Reason.COMMAND_ENDED : null,
        null,
        exit,
        1_000,
        2_000,
        List.of());
  }

  public static AgentView agent(String id) {
    return new AgentView(
        new AgentId(id),
        AgentState.REGISTERED,
        id + ".example",
        Resources.parse("cpus:4;memory:4096;ports:[31000-32000]"),
        Attributes.parse("rack:r1;rack:r2;cores:8"),
        "none",
        "0.1.0",
        1,
        1_000,
        1_000);
  }

  /** A job whose process has run when it is over. */
  public static final class Job {

    private final JobId id;
    private JobState state = JobState.QUEUED;
    private JobSpec spec = Views.spec("{\"command\":[\"echo\",\"hi\"]}");
    private long submittedAt = System.currentTimeMillis();
    private int attempts;
    private String position = "0:0";
    private TaskExit exit;
    private long endedAt;

    private Job(String id) {
      this.id = new JobId(id);
    }

    public Job state(JobState value) {
      state = value;
      if (value == JobState.RUNNING || value.isTerminal()) {
        attempts = 1;
      }
      if (value.isTerminal()) {
        endedAt = System.currentTimeMillis();
        exit = new TaskExit(value == JobState.SUCCEEDED ? 0 : 1, null, 1, endedAt);
      }
      return this;
    }

    public Job neverStarted() {
      exit = TaskExit.unseen(0, endedAt);
      return this;
    }

    public Job endedAt(long value) {
      endedAt = value;
      return this;
    }

    public Job spec(String document) {
      spec = Views.spec(document);
      return this;
    }

    public Job submittedAt(long value) {
      submittedAt = value;
      return this;
    }

    public Job position(String value) {
      position = value;
      return this;
    }

    public JobView build() {
      boolean rejected = state == JobState.REJECTED;
      return new JobView(
          id,
          state,
          rejected ? null : spec,
          rejected ? "" : Fingerprint.of(spec),
          null,
          null,
          rejected ? List.of(new dev.bourse.topics.job.FieldError("command", "is bad")) : List.of(),
          rejected ? null : TaskId.of(id, 0),
          attempts,
          false,
          exit,
          submittedAt,
          attempts > 0 ? submittedAt + 5 : 0,
          endedAt,
          0,
          position);
    }
  }
}
