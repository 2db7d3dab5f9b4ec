package dev.bourse.core.apply;

import dev.bourse.core.event.OfferMade;
import dev.bourse.core.state.ClientRow;
import dev.bourse.core.state.Clients;
import dev.bourse.core.state.OfferRow;
import dev.bourse.core.state.mutable.MutableClusterState;

/** The offered resources count as in use, unless others may be shown the same. */
final class OfferMadeApplier implements EventApplier<OfferMade> {

  @Override
  public void apply(OfferMade event, MutableClusterState state) {
    state.put(
        new OfferRow(
            event.offer(),
            event.agent(),
            event.role(),
            event.resources(),
            event.at(),
            event.framework(),
            event.expiresAt(),
            event.optimistic()));
    state.put(state.cell().withOffers(event.offer()));
    String client = Clients.name(event.framework());
    ClientRow before = state.client(event.role(), client);
    long grants = before == null ? 0 : before.grants();
    state.put(new ClientRow(event.role(), client, grants + 1, event.at()));
  }
}
