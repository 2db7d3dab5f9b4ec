package dev.bourse.gateway.rest;

import dev.bourse.topics.resources.Quantity;
import dev.bourse.topics.view.Upkeep;
import org.jspecify.annotations.Nullable;

/**
 * What an operator has in mind with an agent.
 *
 * @param deactivated whether nothing more of it is offered
 * @param drain {@code DRAINING} or {@code DRAINED}; absent when it is not emptied
 * @param drainDeadline when tasks that are still there are given up
 * @param maxGrace the most that a task gets between TERM and KILL while it is emptied
 * @param markGone whether it is gone for ever when it is drained
 * @param maintenance when it is to be taken out of service
 * @param down whether it is out of service
 */
public record AgentUpkeep(
    boolean deactivated,
    @Nullable String drain,
    @Nullable String drainDeadline,
    @Nullable String maxGrace,
    boolean markGone,
    @Nullable Maintenance maintenance,
    boolean down) {

  static @Nullable AgentUpkeep of(@Nullable Upkeep upkeep) {
    if (upkeep == null || upkeep.equals(Upkeep.NONE)) {
      return null;
    }
    Long grace = upkeep.maxGraceMillis();
    return new AgentUpkeep(
        upkeep.deactivated(),
        upkeep.drain() == null ? null : upkeep.drain().name(),
        Times.showUnlessZero(upkeep.drainDeadlineAt()),
        grace == null ? null : Quantity.formatDuration(grace),
        upkeep.markGone(),
        Maintenance.of(upkeep.unavailability()),
        upkeep.down());
  }
}
