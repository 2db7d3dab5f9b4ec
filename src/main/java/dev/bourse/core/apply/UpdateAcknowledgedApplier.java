package dev.bourse.core.apply;

import dev.bourse.core.event.UpdateAcknowledged;
import dev.bourse.core.state.UpdatesRow;
import dev.bourse.core.state.mutable.MutableClusterState;
import dev.bourse.topics.scheduler.TaskUpdate;
import java.util.List;

/** The next one is on its way. */
final class UpdateAcknowledgedApplier implements EventApplier<UpdateAcknowledged> {

  @Override
  public void apply(UpdateAcknowledged event, MutableClusterState state) {
    UpdatesRow line = Existing.updates(state, event.task());
    List<TaskUpdate> rest = line.pending().subList(1, line.pending().size());
    if (rest.isEmpty()) {
      state.remove(line.key());
    } else {
      state.put(
          new UpdatesRow(
              line.task(),
              line.agent(),
              rest,
              event.at() + event.waitMillis(),
              event.waitMillis()));
    }
  }
}
