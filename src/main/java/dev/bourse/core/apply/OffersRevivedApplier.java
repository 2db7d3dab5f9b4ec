package dev.bourse.core.apply;

import dev.bourse.core.event.OffersRevived;
import dev.bourse.core.state.ClientRow;
import dev.bourse.core.state.FilterRow;
import dev.bourse.core.state.FrameworkRow;
import dev.bourse.core.state.mutable.MutableClusterState;
import java.util.TreeSet;

/** Its filters there go. */
final class OffersRevivedApplier implements EventApplier<OffersRevived> {

  @Override
  public void apply(OffersRevived event, MutableClusterState state) {
    FrameworkRow framework = Existing.framework(state, event.framework());
    TreeSet<String> suppressed = new TreeSet<>(framework.suppressed());
    for (String role : event.roles()) {
      suppressed.remove(role);
      ClientRow client = state.client(role, event.framework().value());
      if (client != null) {
        state.put(new ClientRow(role, client.framework(), client.grants(), event.at()));
      }
      for (FilterRow filter : state.filtersOf(event.framework(), role)) {
        state.remove(filter.key());
      }
    }
    state.put(framework.withSuppressed(suppressed));
    state.put(state.cell().withAllocationPending(true));
  }
}
