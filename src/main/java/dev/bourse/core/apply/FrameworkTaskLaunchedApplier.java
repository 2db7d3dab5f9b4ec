package dev.bourse.core.apply;

import dev.bourse.core.event.FrameworkTaskLaunched;
import dev.bourse.core.state.TaskRow;
import dev.bourse.core.state.mutable.MutableClusterState;

/** The attempt holds its resources. */
final class FrameworkTaskLaunchedApplier implements EventApplier<FrameworkTaskLaunched> {

  @Override
  public void apply(FrameworkTaskLaunched event, MutableClusterState state) {
    state.put(
        new TaskRow(
            event.task(),
            null,
            1,
            event.epoch(),
            event.agent(),
            event.role(),
            event.info().resources(),
            TaskRow.Status.STAGING,
            event.at(),
            null,
            new TaskRow.Terms(
                event.framework(),
                event.killGraceMillis(),
                event.maxCompletionMillis(),
                event.preemptible(),
                event.group()),
            null));
    state.put(state.cell().withEpochs(event.epoch()));
  }
}
