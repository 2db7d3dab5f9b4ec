package dev.bourse.gateway.testing;

import dev.bourse.topics.framework.Capability;
import dev.bourse.topics.framework.FrameworkInfo;
import dev.bourse.topics.framework.RoleInfo;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.id.JobId;
import dev.bourse.topics.id.TaskId;
import dev.bourse.topics.job.Fingerprint;
import dev.bourse.topics.job.JobDocuments;
import dev.bourse.topics.job.JobSpec;
import dev.bourse.topics.job.JobState;
import dev.bourse.topics.resources.Attributes;
import dev.bourse.topics.resources.Quantities;
import dev.bourse.topics.resources.Resources;
import dev.bourse.topics.scheduler.OfferEnded;
import dev.bourse.topics.scheduler.ResourceOffer;
import dev.bourse.topics.task.Reason;
import dev.bourse.topics.task.TaskExit;
import dev.bourse.topics.task.TaskState;
import dev.bourse.topics.view.AgentState;
import dev.bourse.topics.view.AgentView;
import dev.bourse.topics.view.FrameworkState;
import dev.bourse.topics.view.FrameworkView;
import dev.bourse.topics.view.JobView;
import dev.bourse.topics.view.RoleView;
import dev.bourse.topics.view.TaskView;
import dev.bourse.topics.view.Upkeep;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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
        List.of(),
        null);
  }

  /** Of a framework. */
  public static TaskView frameworkTask(
      String framework, String name, TaskState state, String agent, String role, String resources) {
    FrameworkId id = new FrameworkId(framework);
    return new TaskView(
        TaskId.of(id, name),
        null,
        state,
        1,
        7,
        new AgentId(agent),
        role,
        Resources.parse(resources),
        null,
        null,
        state.isTerminal() ? new TaskExit(0, null, 2_000, 3_000) : null,
        1_000,
        2_000,
        List.of(),
        id);
  }

  public static FrameworkView framework(String id, FrameworkState state, String... roles) {
    FrameworkInfo info =
        new FrameworkInfo(
            "the " + id,
            Arrays.stream(roles).map(RoleInfo::of).toList(),
            List.of(Capability.MULTI_ROLE),
            60_000L,
            null,
            "alice",
            null,
            null,
            null);
    return new FrameworkView(
        new FrameworkId(id), state, info, List.of(roles[0]), 1_000, 2_000, 0, null);
  }

  public static RoleView role(String role, int weight, String limit, String guarantee) {
    return new RoleView(
        role,
        weight,
        limit == null ? null : Quantities.parse(limit),
        guarantee == null ? null : Quantities.parse(guarantee));
  }

  public static ResourceOffer offer(
      String framework, long number, String agent, String role, String resources) {
    return new ResourceOffer(
        new FrameworkId(framework),
        "s1",
        number,
        new AgentId(agent),
        agent + ".example",
        role,
        Resources.parse(resources),
        Attributes.parse(""),
        null,
        null,
        null,
        60_000,
        false);
  }

  public static OfferEnded offerEnded(String framework, long number) {
    return new OfferEnded(new FrameworkId(framework), "s1", number, OfferEnded.How.DECLINED, null);
  }

  public static AgentView agent(String id) {
    return agent(
        id, AgentState.REGISTERED, "cpus:4;memory:4096;ports:[31000-32000]", (Upkeep) null);
  }

  public static AgentView agent(String id, AgentState state, String resources, Upkeep upkeep) {
    return new AgentView(
        new AgentId(id),
        state,
        id + ".example",
        Resources.parse(resources),
        Attributes.parse("rack:r1;rack:r2;cores:8"),
        "none",
        "0.1.0",
        1,
        1_000,
        1_000,
        "eu",
        "eu-1",
        upkeep);
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
