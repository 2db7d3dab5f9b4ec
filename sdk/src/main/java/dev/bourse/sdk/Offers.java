package dev.bourse.sdk;

import dev.bourse.topics.resources.Quantities;
import dev.bourse.topics.resources.Resources;
import dev.bourse.topics.scheduler.ResourceOffer;
import java.util.Optional;

/** Finds out what can be done with offers. */
public final class Offers {

  private Offers() {}

  /** Whether all of these resources, with just these reservations, are in an offer. */
  public static boolean fits(ResourceOffer offer, Resources resources) {
    return offer.resources().contains(resources);
  }

  /**
   * Picks the resources for an amount out of an offer, as {@link #take(Resources, Quantities)}.
   *
   * @param amount such as {@code cpus:1;memory:256}
   * @throws IllegalArgumentException if the amount cannot be read, naming what is wrong with it
   */
  public static Optional<Resources> take(ResourceOffer offer, String amount) {
    return take(offer.resources(), Quantities.parse(amount));
  }

  /**
   * Picks the resources for an amount: reserved ones first, then unreserved ones; of ports and
   * items the first ones.
   *
   * @param available to pick from, such as {@link Accept#left}
   * @param amount how much of each; a port and an item count one
   * @return resources with their reservations, as a task needs them; empty when there is too little
   */
  public static Optional<Resources> take(Resources available, Quantities amount) {
    Resources free = available.unreserved();
    Resources reserved = available.minus(free).cutToQuantities(amount);
    Resources rest = free.cutToQuantities(amount.minus(reserved.quantities()));
    Resources taken = reserved.plus(rest);
    return taken.contains(amount) ? Optional.of(taken) : Optional.empty();
  }
}
