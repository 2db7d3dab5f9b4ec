package dev.bourse.core.decide;

import dev.bourse.core.context.Context;
import dev.bourse.core.context.Rejection;
import dev.bourse.core.event.FiltersDropped;
import dev.bourse.core.event.FrameworkConnected;
import dev.bourse.core.event.SubscriptionRefused;
import dev.bourse.core.event.SubscriptionRepeated;
import dev.bourse.core.frameworks.InverseOffers;
import dev.bourse.core.frameworks.OfferEnds;
import dev.bourse.core.frameworks.Sessions;
import dev.bourse.core.frameworks.TaskNews;
import dev.bourse.core.state.FrameworkRow;
import dev.bourse.topics.command.SubscribeFramework;
import dev.bourse.topics.view.FrameworkState;
import org.jspecify.annotations.Nullable;

/**
 * Gives a framework a session. One that is known takes over its tasks; the session that it had is
 * replaced, and what it was offered is taken back.
 */
final class SubscribeFrameworkHandler implements CommandHandler<SubscribeFramework> {

  /** How many updates are sent again at once; the others follow when their time comes. */
  private static final int MOST_RESENT = 1_000;

  @Override
  public @Nullable Rejection handle(SubscribeFramework call, Context context) {
    FrameworkRow before = context.state().framework(call.framework());
    if (before != null
        && before.state() != FrameworkState.REMOVED
        && Sessions.isTooFast(call.framework(), context)) {
      return Sessions.throttle(call, context);
    }
    if (before != null) {
      String problem = problem(call, before);
      if (problem != null) {
        if (before.state() == FrameworkState.REMOVED) {
          context.emit(new SubscriptionRefused(call.framework(), call.session(), problem));
        }
        return Sessions.refuse(call, problem, context);
      }
      if (before.isConnected() && before.session().equals(call.session())) {
        context.emit(new SubscriptionRepeated(call.framework(), context.now()));
        return null;
      }
      OfferEnds.rescindOf(call.framework(), "the framework has another session", context);
      OfferEnds.withdrawInverse(null, call.framework(), context);
      context.emit(new FiltersDropped(call.framework()));
    }
    context.emit(
        new FrameworkConnected(call.framework(), call.session(), call.info(), context.now()));
    TaskNews.resendAll(call.framework(), MOST_RESENT, context);
    InverseOffers.askAgain(call.framework(), context);
    return null;
  }

  private static @Nullable String problem(SubscribeFramework call, FrameworkRow before) {
    return before.state() == FrameworkState.REMOVED
        ? "framework: '"
            + call.framework()
            + "' is over: "
            + before.message()
            + "; subscribe under another id"
        : Identity.problem(call.info(), before);
  }
}
