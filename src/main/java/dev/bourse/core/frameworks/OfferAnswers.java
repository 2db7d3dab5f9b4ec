package dev.bourse.core.frameworks;

import dev.bourse.core.context.Context;
import dev.bourse.core.state.OfferRow;
import dev.bourse.topics.command.SchedulerCall;
import dev.bourse.topics.id.FrameworkId;
import java.util.List;

/**
 * Whether an answer to offers comes too fast. One that ends an open offer never does: there are no
 * more of them than offers, and to refuse it would only keep from others what it gives back.
 */
public final class OfferAnswers {

  private OfferAnswers() {}

  /** Draws on what the framework may call, and says whether that is used up and the call futile. */
  public static boolean isTooFast(SchedulerCall call, List<Long> offers, Context context) {
    return Sessions.isTooFast(call.framework(), context)
        && !endsAny(offers, call.framework(), context);
  }

  private static boolean endsAny(List<Long> offers, FrameworkId framework, Context context) {
    for (Long number : offers) {
      OfferRow offer = context.state().offer(number);
      if (offer != null && framework.equals(offer.framework())) {
        return true;
      }
    }
    return false;
  }
}
