package dev.bourse.core.apply;

import dev.bourse.core.event.AgentRegistered;
import dev.bourse.core.state.AgentRow;
import dev.bourse.core.state.mutable.MutableClusterState;
import dev.bourse.topics.command.RegisterAgent;
import dev.bourse.topics.view.AgentState;
import org.jspecify.annotations.Nullable;

/** The agent counts from now on; a removal that was planned is off. */
final class AgentRegisteredApplier implements EventApplier<AgentRegistered> {

  @Override
  public void apply(AgentRegistered event, MutableClusterState state) {
    RegisterAgent facts = event.facts();
    AgentRow before = state.agent(facts.agent());
    if (before != null) {
      AgentTimers.cancel(state, before);
    }
    state.put(
        new AgentRow(
            facts.agent(),
            facts.incarnation(),
            facts.run(),
            replaced(before, facts.incarnation()),
            event.registration(),
            AgentState.REGISTERED,
            facts.hostname(),
            facts.resources(),
            facts.attributes(),
            facts.isolation(),
            facts.version(),
            event.at(),
            event.at(),
            0,
            facts.region(),
            facts.zone(),
            event.layout(),
            before == null ? null : before.upkeep()));
    state.put(state.cell().withRegistrations(event.registration()).withAllocationPending(true));
  }

  private static AgentRow.@Nullable Replaced replaced(
      @Nullable AgentRow before, String incarnation) {
    if (before == null || before.incarnation().equals(incarnation)) {
      return before == null ? null : before.replaced();
    }
    return new AgentRow.Replaced(before.incarnation(), before.run());
  }
}
