package dev.bourse.core.check;

import dev.bourse.core.state.AgentRow;
import dev.bourse.core.state.BucketRow;
import dev.bourse.core.state.CellRow;
import dev.bourse.core.state.ClientRow;
import dev.bourse.core.state.FilterRow;
import dev.bourse.core.state.FinishedJobRow;
import dev.bourse.core.state.FrameworkRow;
import dev.bourse.core.state.HoldRow;
import dev.bourse.core.state.InverseOfferRow;
import dev.bourse.core.state.JobRow;
import dev.bourse.core.state.OfferRow;
import dev.bourse.core.state.ReconciliationRow;
import dev.bourse.core.state.RoleRow;
import dev.bourse.core.state.Row;
import dev.bourse.core.state.SettingsRow;
import dev.bourse.core.state.TaskRow;
import dev.bourse.core.state.TimerRow;
import dev.bourse.core.state.TimerRow.Kind;
import dev.bourse.core.state.UpdatesRow;
import dev.bourse.topics.view.AgentState;
import dev.bourse.topics.view.Upkeep;
import java.util.List;

/** The timers that rows wait for. */
final class Timers {

  private Timers() {}

  /** Those of a row; one that is due at 0 is none. */
  static List<TimerRow> of(Row row) {
    return switch (row) {
      case JobRow job -> one(job.progress().retryAt(), Kind.RETRY_JOB, job.id().value());
      case TaskRow task -> one(task.status().timeoutAt(), Kind.TIME_OUT_TASK, task.id().value());
      case FinishedJobRow job -> one(job.expiresAt(), Kind.EXPIRE_JOB, job.id().value());
      case AgentRow agent -> of(agent);
      case FrameworkRow framework -> of(framework);
      case OfferRow offer ->
          one(offer.expiresAt(), Kind.EXPIRE_OFFER, Long.toString(offer.number()));
      case FilterRow filter ->
          one(
              filter.until(),
              Kind.EXPIRE_FILTER,
              filter.framework()
                  + " "
                  + filter.role()
                  + " "
                  + filter.agent()
                  + " "
                  + filter.until());
      case UpdatesRow updates ->
          one(updates.resendAt(), Kind.RESEND_UPDATE, updates.task().value());
      case ReconciliationRow asked ->
          one(asked.at(), Kind.GO_ON_RECONCILING, asked.framework().value());
      case BucketRow bucket -> List.of();
      case CellRow cell -> List.of();
      case ClientRow client -> List.of();
      case HoldRow hold -> List.of();
      case InverseOfferRow offer -> List.of();
      case RoleRow role -> List.of();
      case SettingsRow settings -> List.of();
      case TimerRow timer -> List.of();
    };
  }

  private static List<TimerRow> of(AgentRow agent) {
    boolean isGone = agent.state() == AgentState.GONE;
    boolean drains = agent.care().drain() == Upkeep.Drain.DRAINING && !isGone;
    return List.of(
        new TimerRow(
            agent.timerAt(), isGone ? Kind.FORGET_AGENT : Kind.REMOVE_AGENT, agent.id().value()),
        new TimerRow(
            drains ? agent.care().drainDeadlineAt() : 0, Kind.END_DRAIN, agent.id().value()));
  }

  private static List<TimerRow> of(FrameworkRow framework) {
    return switch (framework.state()) {
      case CONNECTED -> List.of();
      case DISCONNECTED -> one(framework.timerAt(), Kind.REMOVE_FRAMEWORK, framework.id().value());
      case REMOVED -> one(framework.timerAt(), Kind.FORGET_FRAMEWORK, framework.id().value());
    };
  }

  private static List<TimerRow> one(long dueAt, Kind kind, String subject) {
    return List.of(new TimerRow(dueAt, kind, subject));
  }
}
