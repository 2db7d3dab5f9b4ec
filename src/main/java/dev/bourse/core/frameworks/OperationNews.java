package dev.bourse.core.frameworks;

import dev.bourse.core.context.Context;
import dev.bourse.core.event.OperationEnded;
import dev.bourse.core.state.FrameworkRow;
import dev.bourse.topics.framework.OfferOperation;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.scheduler.OperationUpdate;
import org.jspecify.annotations.Nullable;

/** Tells a framework what came of an operation that it gave an id; of others only what is wrong. */
final class OperationNews {

  private OperationNews() {}

  static void finished(
      FrameworkRow framework, OfferOperation operation, AgentId agent, Context context) {
    say(framework, operation, OperationUpdate.State.FINISHED, null, agent, context);
  }

  static void dropped(
      FrameworkRow framework,
      OfferOperation operation,
      String reason,
      @Nullable AgentId agent,
      Context context) {
    say(framework, operation, OperationUpdate.State.DROPPED, reason, agent, context);
  }

  static void failed(
      FrameworkRow framework,
      OfferOperation operation,
      String problem,
      AgentId agent,
      Context context) {
    if (operation.id() == null) {
      Sessions.refuse(
          framework.id(), framework.session(), operation.type().toString(), problem, context);
    } else {
      say(framework, operation, OperationUpdate.State.ERROR, problem, agent, context);
    }
  }

  private static void say(
      FrameworkRow framework,
      OfferOperation operation,
      OperationUpdate.State state,
      @Nullable String message,
      @Nullable AgentId agent,
      Context context) {
    if (operation.id() != null) {
      context.emit(
          new OperationEnded(
              new OperationUpdate(framework.id(), operation.id(), state, message, agent)));
    }
  }
}
