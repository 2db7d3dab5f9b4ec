package dev.bourse.core.decide;

import dev.bourse.core.context.Context;
import dev.bourse.core.event.AgentBarred;
import dev.bourse.core.event.AgentRemoved;
import dev.bourse.core.frameworks.OfferEnds;
import dev.bourse.core.state.AgentRow;

/** Agents that do not count any more. */
final class Goodbyes {

  private Goodbyes() {}

  /** Until when an agent is remembered that does not count any more; 0 for ever. */
  static long forgetAt(AgentRow agent, Context context) {
    return agent.care().markGone() || agent.care().down()
        ? 0
        : context.now() + context.settings().agentMemoryMillis();
  }

  /** An agent that runs nothing any more is gone for ever, and told so. */
  static void remove(AgentRow agent, String message, Context context) {
    OfferEnds.rescindOn(agent.id(), "the agent is gone", context);
    OfferEnds.withdrawInverse(agent.id(), null, context);
    context.emit(new AgentRemoved(agent.id(), context.now(), 0));
    context.emit(new AgentBarred(agent.id(), message));
  }
}
