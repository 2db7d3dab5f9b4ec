package dev.bourse.core.apply;

import dev.bourse.core.state.AgentRow;
import dev.bourse.core.state.ClusterState;
import dev.bourse.core.state.FrameworkRow;
import dev.bourse.core.state.InverseOfferRow;
import dev.bourse.core.state.JobRow;
import dev.bourse.core.state.TaskRow;
import dev.bourse.core.state.UpdatesRow;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.id.JobId;
import dev.bourse.topics.id.TaskId;
import org.jspecify.annotations.Nullable;

/** Rows that must be there: a handler has looked. Their absence is a bug and ends the step. */
final class Existing {

  private Existing() {}

  static AgentRow agent(ClusterState state, AgentId id) {
    return check("agent " + id, state.agent(id));
  }

  static FrameworkRow framework(ClusterState state, FrameworkId id) {
    return check("framework " + id, state.framework(id));
  }

  static InverseOfferRow inverseOffer(ClusterState state, long number) {
    return check("inverse offer " + number, state.inverseOffer(number));
  }

  static JobRow job(ClusterState state, JobId id) {
    return check("job " + id, state.job(id));
  }

  static TaskRow task(ClusterState state, TaskId id) {
    return check("task " + id, state.task(id));
  }

  static UpdatesRow updates(ClusterState state, TaskId id) {
    return check("updates of task " + id, state.updates(id));
  }

  private static <R> R check(String what, @Nullable R row) {
    if (row == null) {
      throw new IllegalStateException("there is no " + what);
    }
    return row;
  }
}
