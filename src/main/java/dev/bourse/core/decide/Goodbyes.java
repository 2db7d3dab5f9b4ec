package dev.bourse.core.decide;

import dev.bourse.core.context.Context;
import dev.bourse.core.event.AgentBarred;
import dev.bourse.core.event.AgentRemoved;
import dev.bourse.core.frameworks.OfferEnds;
import dev.bourse.core.state.AgentRow;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.view.AgentState;
import java.util.Objects;

/** Agents that do not count any more. */
final class Goodbyes {

  private Goodbyes() {}

  /** An agent that runs nothing any more has left. It may come back, unless it was to be gone. */
  static void leave(AgentId id, Context context) {
    AgentRow agent = existing(id, context);
    // That nothing runs there any more may have been all that was waited for.
    if (agent.state() != AgentState.GONE) {
      boolean forEver = agent.care().markGone() || agent.care().down();
      long forgetAt = forEver ? 0 : context.now() + context.settings().agentMemoryMillis();
      context.emit(new AgentRemoved(id, context.now(), forgetAt));
    }
  }

  /** An agent that runs nothing any more is gone for ever, and told so. */
  static void remove(AgentId id, String message, Context context) {
    OfferEnds.rescindOn(id, "the agent is gone", context);
    OfferEnds.withdrawInverse(id, null, context);
    AgentRow agent = existing(id, context);
    if (agent.state() != AgentState.GONE || agent.timerAt() > 0) {
      context.emit(new AgentRemoved(id, context.now(), 0));
    }
    context.emit(new AgentBarred(id, message));
  }

  private static AgentRow existing(AgentId id, Context context) {
    return Objects.requireNonNull(context.state().agent(id));
  }
}
