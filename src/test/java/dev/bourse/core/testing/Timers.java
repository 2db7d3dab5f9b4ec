package dev.bourse.core.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.core.state.AgentRow;
import dev.bourse.core.state.ClusterState;
import dev.bourse.core.state.FinishedJobRow;
import dev.bourse.core.state.JobRow;
import dev.bourse.core.state.Row;
import dev.bourse.core.state.TaskRow;
import dev.bourse.core.state.TimerRow;
import dev.bourse.topics.view.AgentState;
import java.util.TreeSet;

/** Checks that exactly those timers stand that somebody waits for: one too many stops the cell. */
final class Timers {

  private Timers() {}

  static void assertMatch(ClusterState state) {
    TreeSet<TimerRow> expected = new TreeSet<>();
    for (Row row : state.rows()) {
      TimerRow timer = timerOf(row);
      if (timer != null && timer.dueAt() > 0) {
        expected.add(timer);
      }
    }
    assertThat(new TreeSet<>(state.timers())).isEqualTo(expected);
  }

  private static TimerRow timerOf(Row row) {
    return switch (row) {
      case JobRow job ->
          new TimerRow(job.progress().retryAt(), TimerRow.Kind.RETRY_JOB, job.id().value());
      case TaskRow task ->
          new TimerRow(task.status().timeoutAt(), TimerRow.Kind.TIME_OUT_TASK, task.id().value());
      case FinishedJobRow job ->
          new TimerRow(job.expiresAt(), TimerRow.Kind.EXPIRE_JOB, job.id().value());
      case AgentRow agent ->
          new TimerRow(
              agent.timerAt(),
              agent.state() == AgentState.GONE
                  ? TimerRow.Kind.FORGET_AGENT
                  : TimerRow.Kind.REMOVE_AGENT,
              agent.id().value());
      default -> null;
    };
  }
}
