package dev.bourse.core.frameworks;

import dev.bourse.core.state.ClusterState;
import dev.bourse.core.state.FrameworkRow;
import dev.bourse.core.state.OfferRow;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Whether offers are a framework's to use, together. */
final class OfferCheck {

  private OfferCheck() {}

  /**
   * Finds offers.
   *
   * @param found is given those that are the framework's
   * @return what is wrong with them, or null
   */
  static @Nullable String find(
      List<Long> numbers, FrameworkRow framework, ClusterState state, List<OfferRow> found) {
    String problem = null;
    TreeSet<Long> seen = new TreeSet<>();
    for (Long number : numbers) {
      OfferRow offer = state.offer(number);
      if (!seen.add(number)) {
        problem = "offers: has " + number + " twice";
      } else if (offer == null) {
        problem = "offers: there is no offer " + number + " any more; it was used or taken back";
      } else if (!framework.id().equals(offer.framework())) {
        problem = "offers: offer " + number + " is another framework's";
      } else {
        found.add(offer);
      }
    }
    return problem != null ? problem : together(found);
  }

  private static @Nullable String together(List<OfferRow> offers) {
    OfferRow first = offers.getFirst();
    for (OfferRow offer : offers) {
      if (!offer.agent().equals(first.agent())) {
        return "offers: are of agents '"
            + first.agent()
            + "' and '"
            + offer.agent()
            + "', but must be of one";
      }
      if (offer.optimistic() != first.optimistic()) {
        return "offers: are optimistic and not, but must be alike";
      }
      if (!offer.role().equals(first.role())) {
        return "offers: are for roles '"
            + first.role()
            + "' and '"
            + offer.role()
            + "', but must be for one";
      }
    }
    return null;
  }
}
