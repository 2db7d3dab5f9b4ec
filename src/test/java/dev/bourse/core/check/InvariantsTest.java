package dev.bourse.core.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.core.state.AgentRow;
import dev.bourse.core.state.FinishedJobRow;
import dev.bourse.core.state.JobRow;
import dev.bourse.core.state.OfferRow;
import dev.bourse.core.state.Row;
import dev.bourse.core.state.TaskRow;
import dev.bourse.core.state.TimerRow;
import dev.bourse.core.state.table.Tables;
import dev.bourse.core.testing.Rows;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.JobId;
import dev.bourse.topics.job.JobState;
import dev.bourse.topics.resources.Resources;
import dev.bourse.topics.task.TaskState;
import dev.bourse.topics.view.AgentState;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A check that never fails checks nothing: each invariant is broken once. */
class InvariantsTest {

  private static final AgentRow AGENT = Rows.agent("n1", "cpus:4");
  private static final JobRow WAITING = Rows.waiting("a", "cpus:1", 1);
  private static final JobRow PLACED = WAITING.withProgress(WAITING.progress().launched());
  private static final TaskRow TASK = Rows.task("a", "n1", "cpus:1");

  @Test
  void shouldFindNothingWrongWithASoundState() {
    assertThat(check(Rows.cell(1), AGENT, PLACED, TASK, Rows.waiting("b", "cpus:1", 2))).isEmpty();
    assertThat(check()).isEmpty();
  }

  @Test
  void shouldFindAnAgentThatGivesMoreThanItHas() {
    AgentRow small = Rows.agent("n1", "cpus:0.5");

    assertThat(check(Rows.cell(1), small, PLACED, TASK))
        .containsExactly("agent n1 has cpus:0.5, but cpus:1 of it is in use");
  }

  @Test
  void shouldFindATaskOnAnUnknownAgent() {
    assertThat(check(Rows.cell(1), PLACED, TASK))
        .containsExactly("task a.0 is on an agent that is unknown or gone");
  }

  @Test
  void shouldFindATaskOfNoJobOrOfAnEarlierAttempt() {
    JobRow second = PLACED.withProgress(PLACED.progress().launched());

    assertThat(check(Rows.cell(1), AGENT, TASK))
        .containsExactly("task a.0 does not belong to its job's present attempt");
    assertThat(check(Rows.cell(1), AGENT, second, TASK))
        .containsExactly("task a.0 does not belong to its job's present attempt");
  }

  @Test
  void shouldFindATaskThatIsOver() {
    TaskRow over =
        TASK.withStatus(new TaskRow.Status(TaskState.FINISHED, 1, null, null, 0, 0, null));

    assertThat(check(Rows.cell(1), AGENT, PLACED, over))
        .contains("task a.0 is over and still there");
  }

  @Test
  void shouldFindATaskFromTheFuture() {
    assertThat(check(AGENT, PLACED, TASK)).containsExactly("task a.0 is of a later epoch");
  }

  @Test
  void shouldFindAJobThatIsNotWhereItSays() {
    assertThat(check(AGENT, PLACED)).containsExactly("job a is PLACED, and has no task");
    assertThat(check(Rows.cell(1), AGENT, WAITING, TASK))
        .contains("job a is PENDING, and has a task");
  }

  @Test
  void shouldFindAJobThatIsOver() {
    JobRow ended = WAITING.withProgress(WAITING.progress().ended(JobState.FAILED, 1, null, null));
    FinishedJobRow finished = new FinishedJobRow(WAITING.id(), "", JobState.FAILED, false, 9);

    assertThat(check(ended)).containsExactly("job a is over");
    assertThat(check(WAITING, finished)).contains("job a is over and is not");
  }

  @Test
  void shouldFindAnUnansweredOffer() {
    OfferRow offer =
        new OfferRow(1, new AgentId("n1"), "default", Resources.parse("cpus:1"), 1, null, 0, false);

    assertThat(check(AGENT, offer)).singleElement().asString().contains("left unanswered");
  }

  @Test
  void shouldFindAMissingTimer() {
    JobRow backingOff = WAITING.withProgress(WAITING.progress().requeued(5, true, null, null));
    TaskRow limited =
        TASK.withStatus(new TaskRow.Status(TaskState.RUNNING, 1, null, null, 1, 7, null));

    assertThat(check(backingOff)).singleElement().asString().contains("no timer", "RETRY_JOB");
    assertThat(check(Rows.cell(1), AGENT, PLACED, limited))
        .singleElement()
        .asString()
        .contains("no timer", "TIME_OUT_TASK");
    assertThat(check(new FinishedJobRow(new JobId("a"), "f", JobState.SUCCEEDED, true, 9)))
        .singleElement()
        .asString()
        .contains("no timer", "EXPIRE_JOB");
    assertThat(check(AGENT.withState(AgentState.UNREACHABLE, 1, 5)))
        .singleElement()
        .asString()
        .contains("no timer", "REMOVE_AGENT");
    assertThat(check(AGENT.withState(AgentState.GONE, 1, 5)))
        .singleElement()
        .asString()
        .contains("no timer", "FORGET_AGENT");
  }

  @Test
  void shouldFindATimerThatStandsForNobody() {
    TimerRow timer = new TimerRow(5, TimerRow.Kind.RETRY_JOB, "a");

    assertThat(check(timer, WAITING)).singleElement().asString().contains("stand for nobody");
  }

  private static List<String> check(Row... rows) {
    Tables tables = new Tables();
    for (Row row : rows) {
      tables.put(row);
    }
    return Invariants.check(tables);
  }
}
