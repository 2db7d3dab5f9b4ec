package dev.bourse.core.state.table;

import dev.bourse.core.state.AgentRow;
import dev.bourse.core.state.FilterRow;
import dev.bourse.core.state.FrameworkRow;
import dev.bourse.core.state.OfferRow;
import dev.bourse.core.state.ReconciliationRow;
import dev.bourse.core.state.Row;
import dev.bourse.core.state.TimerRow;
import dev.bourse.core.state.TimerRow.Kind;
import dev.bourse.core.state.UpdatesRow;
import dev.bourse.topics.view.AgentState;
import dev.bourse.topics.view.Upkeep;
import org.jspecify.annotations.Nullable;

/** When a row wants something to be done, which is then a timer without a row of its own. */
final class Dues {

  private Dues() {}

  /** The timer that a row is, or stands for; null when it wants nothing. */
  static @Nullable TimerRow of(Row row) {
    return switch (row) {
      case TimerRow timer -> timer;
      case AgentRow agent -> of(agent);
      case FrameworkRow framework -> of(framework);
      case OfferRow offer ->
          due(offer.expiresAt(), Kind.EXPIRE_OFFER, Long.toString(offer.number()));
      case FilterRow filter -> due(filter.until(), Kind.EXPIRE_FILTER, filter.key().id());
      case UpdatesRow updates ->
          due(updates.resendAt(), Kind.RESEND_UPDATE, updates.task().value());
      case ReconciliationRow reconciliation ->
          due(reconciliation.at(), Kind.GO_ON_RECONCILING, reconciliation.framework().value());
      default -> null;
    };
  }

  private static @Nullable TimerRow of(AgentRow agent) {
    return agent.care().drain() == Upkeep.Drain.DRAINING && agent.state() != AgentState.GONE
        ? due(agent.care().drainDeadlineAt(), Kind.END_DRAIN, agent.id().value())
        : null;
  }

  private static @Nullable TimerRow of(FrameworkRow framework) {
    return switch (framework.state()) {
      case CONNECTED -> null;
      case DISCONNECTED -> due(framework.timerAt(), Kind.REMOVE_FRAMEWORK, framework.id().value());
      case REMOVED -> due(framework.timerAt(), Kind.FORGET_FRAMEWORK, framework.id().value());
    };
  }

  private static @Nullable TimerRow due(long at, Kind kind, String subject) {
    return at > 0 ? new TimerRow(at, kind, subject) : null;
  }
}
