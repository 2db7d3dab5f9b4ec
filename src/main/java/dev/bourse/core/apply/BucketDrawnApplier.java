package dev.bourse.core.apply;

import dev.bourse.core.event.BucketDrawn;
import dev.bourse.core.state.BucketRow;
import dev.bourse.core.state.mutable.MutableClusterState;

/** So much is left. */
final class BucketDrawnApplier implements EventApplier<BucketDrawn> {

  @Override
  public void apply(BucketDrawn event, MutableClusterState state) {
    state.put(new BucketRow(event.name(), event.credit(), event.at()));
  }
}
