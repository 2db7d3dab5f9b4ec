package dev.bourse.core.allocator;

import dev.bourse.core.allocator.embedded.EmbeddedScheduler;
import dev.bourse.core.allocator.embedded.Offer;
import dev.bourse.core.allocator.quota.Guarantees;
import dev.bourse.core.allocator.quota.QuotaLimits;
import dev.bourse.core.allocator.room.Forecast;
import dev.bourse.core.allocator.room.Holds;
import dev.bourse.core.context.Context;
import dev.bourse.core.event.OfferAccepted;
import dev.bourse.core.event.OfferMade;
import dev.bourse.core.event.TaskLaunched;
import dev.bourse.core.state.AgentRow;
import dev.bourse.core.state.Clients;
import dev.bourse.core.state.ClusterState;
import dev.bourse.core.state.HoldRow;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.resources.Resources;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** One allocation: what it may still do, and who is tried where. */
final class Round {

  /** In which roles are offered something: towards their guarantees first, then by their share. */
  enum Stage {
    GUARANTEES,
    SHARES
  }

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private final EmbeddedScheduler jobs;
  private final FrameworkOffers frameworks;
  private final Context context;
  private final ClusterState state;
  private final Turn turn;
  private final Budget budget;
  private final @Nullable Guarantees guarantees;

  Round(EmbeddedScheduler jobs, Context context, Turn turn, Budget budget) {
    this.jobs = jobs;
    this.context = context;
    this.state = context.state();
    this.turn = turn;
    this.budget = budget;
    this.frameworks = new FrameworkOffers(context);
    this.guarantees = Guarantees.of(state);
  }

  /** Whether nobody is offered anything in a stage any more. */
  boolean isOver(Stage stage) {
    return stage == Stage.GUARANTEES && (guarantees == null || !guarantees.anyUnmet());
  }

  /** Offers what an agent has left until nobody takes any of it. */
  void visit(AgentRow agent, Stage stage) {
    while (!budget.isSpent() && offer(agent, stage)) {
      // The next offer is of what this one has left.
    }
  }

  /** Makes one offer that changes something; false when nobody takes one. */
  private boolean offer(AgentRow agent, Stage stage) {
    Resources free = state.free(agent.id());
    if (free.isEmpty()) {
      return false;
    }
    if (isOver(stage)) {
      return false;
    }
    long seed = context.seed() ^ agent.id().value().hashCode() * GOLDEN;
    HoldRow hold = state.hold(agent.id());
    if (hold != null && stage == Stage.SHARES && launchHeld(agent, hold, free)) {
      return true;
    }
    Iterator<String> roles = turn.roles(agent.id(), seed);
    while (roles.hasNext()) {
      String role = roles.next();
      Resources allowed = allowed(role, free, stage);
      // What is guaranteed comes first.
      HoldRow kept = stage == Stage.GUARANTEES ? null : hold;
      if (!allowed.isEmpty() && offer(agent, role, allowed, kept, seed)) {
        if (guarantees != null) {
          guarantees.changed(role);
        }
        return true;
      }
    }
    return false;
  }

  /** Who has waited for long goes first where room is kept for him. */
  private boolean launchHeld(AgentRow agent, HoldRow hold, Resources free) {
    Resources allowed = allowed(hold.role(), free, Stage.SHARES);
    if (!allowed.flattened().contains(hold.resources())) {
      return false;
    }
    boolean taken =
        hold.job() != null
            ? launch(agent, hold.role(), allowed)
            : frameworks.offer(hold.client(), agent, hold.role(), allowed);
    if (taken) {
      budget.offer();
      if (guarantees != null) {
        guarantees.changed(hold.role());
      }
    }
    return taken;
  }

  /** What of the free resources a role may have. */
  private Resources allowed(String role, Resources free, Stage stage) {
    Resources allowed = QuotaLimits.cap(role, free.allocatableTo(role), state);
    if (guarantees == null) {
      return allowed;
    }
    return stage == Stage.GUARANTEES
        ? guarantees.towards(role, allowed)
        : guarantees.beside(role, allowed);
  }

  private boolean offer(
      AgentRow agent, String role, Resources all, @Nullable HoldRow hold, long seed) {
    Resources allowed = hold == null ? all : Holds.beside(hold, all);
    Iterator<String> clients = turn.clients(role, agent.id(), seed);
    while (clients.hasNext()) {
      String client = clients.next();
      boolean taken =
          client.equals(Clients.JOBS)
              ? launch(agent, role, allowed) || (hold != null && fillBack(agent, role, all, hold))
              : frameworks.offer(client, agent, role, allowed);
      if (taken) {
        budget.offer();
        return true;
      }
    }
    return false;
  }

  /** The job service takes a task's worth, or nothing. */
  private boolean launch(AgentRow agent, String role, Resources allowed) {
    if (Suitability.isAbroad(agent, state)) {
      return false;
    }
    Offer offer = new Offer(state.cell().offers() + 1, agent.id(), role, allowed);
    return answer(offer, jobs.resourceOffer(offer, state));
  }

  /** What is kept for another may be used by who is gone before he can start. */
  private boolean fillBack(AgentRow agent, String role, Resources all, HoldRow hold) {
    long start =
        new Forecast(jobs, state, context.now()).freeAt(agent, hold.role(), hold.resources());
    long most = start - context.now();
    if (start == Long.MAX_VALUE || most <= 0) {
      return false;
    }
    Offer offer = new Offer(state.cell().offers() + 1, agent.id(), role, all);
    EmbeddedScheduler.Launch launch = jobs.backfill(offer, most, state);
    return launch != null && answer(offer, launch);
  }

  private boolean answer(Offer offer, EmbeddedScheduler.@Nullable Launch launch) {
    long number = offer.number();
    AgentId agent = offer.agent();
    String role = offer.role();
    if (launch == null) {
      // It would be declined; to make it and take it back would be the same for everybody.
      return false;
    }
    context.emit(
        new OfferMade(number, agent, role, offer.resources(), context.now(), null, 0, false));
    context.emit(new OfferAccepted(number));
    context.emit(
        new TaskLaunched(
            launch.task(),
            launch.job(),
            launch.attempt(),
            state.cell().epochs() + 1,
            agent,
            role,
            launch.resources(),
            context.now()));
    budget.launch();
    return true;
  }
}
