package dev.bourse.core.testing;

import dev.bourse.core.state.AgentRow;
import dev.bourse.core.state.CellRow;
import dev.bourse.core.state.JobRow;
import dev.bourse.core.state.TaskRow;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.JobId;
import dev.bourse.topics.id.TaskId;
import dev.bourse.topics.job.JobSpec;
import dev.bourse.topics.resources.Attributes;
import dev.bourse.topics.resources.Resources;
import dev.bourse.topics.view.AgentState;
import java.util.List;

/** Builds rows for tests that need a state and no story. */
public final class Rows {

  private Rows() {}

  /** A cell that has launched this often. */
  public static CellRow cell(long epochs) {
    return CellRow.INITIAL.withEpochs(epochs);
  }

  /** A registered agent. */
  public static AgentRow agent(String id, String resources) {
    return new AgentRow(
        new AgentId(id),
        "first",
        1,
        null,
        1,
        AgentState.REGISTERED,
        id,
        Resources.parse(resources),
        Attributes.EMPTY,
        "none",
        null,
        1,
        1,
        0,
        null,
        null,
        null,
        null);
  }

  /** A job of the default role that waits. */
  public static JobRow waiting(String id, String resources, long order) {
    return waiting(Jobs.job(id).resources(resources), id, order);
  }

  /** A job that waits. */
  public static JobRow waiting(Jobs job, String id, long order) {
    return new JobRow(
        new JobId(id),
        job.spec(),
        job.fingerprint(),
        JobRow.Progress.QUEUED,
        List.of(),
        1,
        order,
        "0:0");
  }

  /** The first attempt of a job of the default role. */
  public static TaskRow task(String job, String agent, String resources) {
    return task(job, agent, JobSpec.DEFAULT_ROLE, resources);
  }

  /** The first attempt of a job. */
  public static TaskRow task(String job, String agent, String role, String resources) {
    return new TaskRow(
        TaskId.of(new JobId(job), 0),
        new JobId(job),
        1,
        1,
        new AgentId(agent),
        role,
        Resources.parse(resources),
        TaskRow.Status.STAGING,
        1,
        null,
        null,
        null);
  }
}
