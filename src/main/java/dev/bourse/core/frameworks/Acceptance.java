package dev.bourse.core.frameworks;

import dev.bourse.core.allocator.quota.QuotaLimits;
import dev.bourse.core.context.Context;
import dev.bourse.core.context.Rejection;
import dev.bourse.core.event.OfferAccepted;
import dev.bourse.core.event.OfferConflicted;
import dev.bourse.core.event.OfferDeclined;
import dev.bourse.core.state.ClusterState;
import dev.bourse.core.state.FrameworkRow;
import dev.bourse.core.state.OfferRow;
import dev.bourse.topics.command.AcceptOffers;
import dev.bourse.topics.framework.OfferOperation;
import dev.bourse.topics.framework.TaskInfo;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.resources.Resources;
import dev.bourse.topics.task.Reason;
import dev.bourse.topics.task.TaskState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Uses offers: checks them, and does with them what the framework wants, in order. */
public final class Acceptance {

  private final AcceptOffers call;
  private final FrameworkRow framework;
  private final Context context;
  private final ClusterState state;

  /** Of one call. */
  public Acceptance(AcceptOffers call, FrameworkRow framework, Context context) {
    this.call = call;
    this.framework = framework;
    this.context = context;
    this.state = context.state();
  }

  /** Does it; an answer when the offers cannot be used. */
  public @Nullable Rejection run() {
    List<OfferRow> offers = new ArrayList<>();
    String problem = OfferCheck.find(call.offers(), framework, state, offers);
    if (problem != null) {
      return refuse(offers, problem);
    }
    OfferRow first = offers.getFirst();
    Resources offered = Resources.EMPTY;
    for (OfferRow offer : offers) {
      offered = offered.plus(offer.resources());
    }
    String conflict = first.optimistic() ? conflict(first, offered) : null;
    if (conflict != null) {
      return lose(offers, conflict);
    }
    offers.forEach(offer -> context.emit(new OfferAccepted(offer.number())));
    Resources left =
        new Operations(framework, first.agent(), first.role(), context)
            .apply(call.operations(), offered);
    Filters.set(framework, first.role(), first.agent(), left, call.refuseMillis(), context);
    InverseOffers.askWhoCame(framework.id(), first.agent(), context);
    return null;
  }

  /** Does nothing, since there are too many calls; each task is answered for. */
  public Rejection throttle() {
    drop(Sessions.tooFast(context), null);
    return Sessions.throttle(call, context);
  }

  /** The offers that it does have are free again, and each task is answered for. */
  private Rejection refuse(List<OfferRow> offers, String problem) {
    offers.forEach(offer -> context.emit(new OfferDeclined(offer.number())));
    drop(problem, null);
    return Sessions.refuse(call, problem, context);
  }

  /** Others were first: it hears why, and is offered anew what there is now. */
  private Rejection lose(List<OfferRow> offers, String reason) {
    offers.forEach(offer -> context.emit(new OfferConflicted(offer.number(), reason)));
    drop(reason, offers.getFirst().agent());
    return Sessions.refuse(call, "offers: " + reason, context);
  }

  private void drop(String reason, @Nullable AgentId agent) {
    for (OfferOperation operation : call.operations()) {
      if (operation.tasks() != null) {
        for (TaskInfo task : operation.tasks()) {
          TaskNews.say(
              framework,
              task.task(),
              TaskState.DROPPED,
              Reason.INVALID_OFFERS,
              reason,
              agent,
              context);
        }
      }
      OperationNews.dropped(framework, operation, reason, agent, context);
    }
  }

  /** Why what an optimistic offer showed cannot be used; null when it can. */
  private @Nullable String conflict(OfferRow offer, Resources offered) {
    Resources needed = Needs.of(call.operations(), offered, framework, state);
    Resources free = state.free(offer.agent());
    if (!free.contains(needed)) {
      return "others were first: '" + needed + "' is wanted, and '" + free + "' is left";
    }
    Resources allowed = QuotaLimits.cap(offer.role(), needed, state);
    return allowed.contains(needed)
        ? null
        : "the quota of role '" + offer.role() + "' leaves only '" + allowed + "'";
  }
}
