package dev.bourse.core.decide;

import dev.bourse.core.state.AgentRow;
import dev.bourse.topics.resources.Resources;
import org.jspecify.annotations.Nullable;

/** How an agent is laid out that comes back: what was reserved of it stays so. */
final class Layouts {

  private Layouts() {}

  /**
   * What an agent has, as it is reserved.
   *
   * @param resources as it says
   * @return null when something is reserved that it does not have any more
   */
  static @Nullable Resources of(Resources resources, @Nullable AgentRow before) {
    if (before == null || before.layout() == null) {
      return resources;
    }
    Resources reserved = before.offered().reservedDynamically();
    Resources bare = reserved.withoutDynamicReservations();
    return resources.contains(bare) ? resources.minus(bare).plus(reserved) : null;
  }
}
