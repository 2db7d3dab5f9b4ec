package dev.bourse.core.apply;

import dev.bourse.core.event.UpdateQueued;
import dev.bourse.core.state.UpdatesRow;
import dev.bourse.core.state.mutable.MutableClusterState;
import java.util.List;

/** It stands at the end of the line. */
final class UpdateQueuedApplier implements EventApplier<UpdateQueued> {

  @Override
  public void apply(UpdateQueued event, MutableClusterState state) {
    UpdatesRow line = state.updates(event.task());
    if (line == null) {
      state.put(
          new UpdatesRow(
              event.task(),
              event.agent(),
              List.of(event.update()),
              event.at() + event.waitMillis(),
              event.waitMillis()));
    } else {
      state.put(
          new UpdatesRow(
              event.task(),
              event.agent(),
              Lines.with(line.pending(), event.update()),
              line.resendAt(),
              line.waitMillis()));
    }
  }
}
