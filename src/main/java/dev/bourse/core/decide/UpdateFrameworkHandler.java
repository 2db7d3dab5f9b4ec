package dev.bourse.core.decide;

import dev.bourse.core.context.Context;
import dev.bourse.core.context.Rejection;
import dev.bourse.core.event.FrameworkUpdated;
import dev.bourse.core.event.OfferRescinded;
import dev.bourse.core.event.OffersRevived;
import dev.bourse.core.frameworks.Sessions;
import dev.bourse.core.state.FilterRow;
import dev.bourse.core.state.FrameworkRow;
import dev.bourse.core.state.OfferRow;
import dev.bourse.topics.command.UpdateFramework;
import dev.bourse.topics.framework.FrameworkInfo;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Takes in what a framework says of itself now. */
final class UpdateFrameworkHandler implements CommandHandler<UpdateFramework> {

  @Override
  public @Nullable Rejection handle(UpdateFramework call, Context context) {
    Sessions.Admission admission = Sessions.admit(call, context);
    FrameworkRow framework = admission.framework();
    if (framework == null) {
      return admission.refusal();
    }
    String problem = Identity.problem(call.info(), framework);
    if (problem != null) {
      return Sessions.refuse(call, problem, context);
    }
    for (OfferRow offer : context.state().offersOf(framework.id())) {
      if (call.info().role(offer.role()) == null) {
        context.emit(
            new OfferRescinded(
                offer.number(), "the framework is not in role '" + offer.role() + "' any more"));
      }
    }
    forgetRefusals(framework, call.info(), context);
    context.emit(new FrameworkUpdated(framework.id(), call.info()));
    return null;
  }

  /** What was declined in a role that is left is not held against who enters it again. */
  private static void forgetRefusals(FrameworkRow framework, FrameworkInfo info, Context context) {
    TreeSet<String> left = new TreeSet<>();
    for (FilterRow filter : context.state().filtersOf(framework.id(), null)) {
      if (info.role(filter.role()) == null) {
        left.add(filter.role());
      }
    }
    if (!left.isEmpty()) {
      context.emit(new OffersRevived(framework.id(), List.copyOf(left), context.now()));
    }
  }
}
