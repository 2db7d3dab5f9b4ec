package dev.bourse.core.state.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bourse.core.state.AgentRow;
import dev.bourse.core.state.CellRow;
import dev.bourse.core.state.JobRow;
import dev.bourse.core.state.OfferRow;
import dev.bourse.core.state.RowChange;
import dev.bourse.core.state.TaskRow;
import dev.bourse.core.state.TimerRow;
import dev.bourse.core.testing.Rows;
import dev.bourse.core.testing.States;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.resources.Resources;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TablesTest {

  private static final List<String> ROLES = List.of("default");
  private static final AgentId N1 = new AgentId("n1");
  private static final AgentRow AGENT = Rows.agent("n1", "cpus:4;ports:[1-4]");
  private static final TaskRow TASK = Rows.task("a", "n1", "cpus:1;ports:[1-2]");
  private static final JobRow WAITING = Rows.waiting("b", "cpus:1", 2);
  private static final TimerRow TIMER = new TimerRow(5, TimerRow.Kind.EXPIRE_JOB, "c");
  private static final OfferRow OFFER =
      new OfferRow(1, N1, "default", Resources.parse("cpus:1"), 1, null, 0, false);

  private final Tables tables = new Tables();

  @BeforeEach
  void begin() {
    tables.put(AGENT);
    tables.put(TASK);
    tables.put(WAITING);
    tables.put(TIMER);
    tables.begin();
  }

  @Test
  void shouldAnswerFromItsIndexes() {
    tables.put(OFFER);

    assertThat(tables.used(N1)).isEqualTo(Resources.parse("cpus:2;ports:[1-2]"));
    assertThat(tables.free(N1)).isEqualTo(Resources.parse("cpus:2;ports:[3-4]"));
    assertThat(tables.usedBy("default")).hasToString("cpus:2;ports:2");
    assertThat(tables.total()).hasToString("cpus:4;ports:4");
    assertThat(tables.tasksOf(N1)).containsExactly(TASK);
    assertThat(tables.offer(1)).isEqualTo(OFFER);
    assertThat(tables.pending().get("default").all()).containsExactly(WAITING);
    assertThat(tables.timers()).containsExactly(TIMER);
  }

  @Test
  void shouldHaveNothingFreeOnAnAgentThatGivesMoreThanItHas() {
    tables.put(Rows.agent("n1", "cpus:0.5"));

    assertThat(tables.free(N1).isEmpty()).isTrue();
  }

  @Test
  void shouldSayWhatAStepHasChanged() {
    tables.put(OFFER);
    tables.remove(OFFER.key());
    tables.remove(TASK.key());
    tables.put(CellRow.INITIAL.withEpochs(3));

    assertThat(tables.changes())
        .containsExactly(
            new RowChange(CellRow.INITIAL.key(), CellRow.INITIAL.withEpochs(3)),
            new RowChange(TASK.key(), null));
  }

  @Test
  void shouldTakeAStepBackAsAWhole() {
    Tables before = States.restored(tables.rows());

    tables.remove(TASK.key());
    tables.put(Rows.task("z", "n1", "cpus:1;ports:[1-2]"));
    tables.put(WAITING.withProgress(WAITING.progress().launched()));
    tables.put(Rows.agent("n2", "cpus:8"));
    tables.remove(TIMER.key());
    tables.put(OFFER);
    tables.rollBack();

    States.assertSame(tables, before, ROLES);
    assertThat(tables.changes()).isEmpty();
  }

  @Test
  void shouldTakeBackAStepThatFailedInsideAnIndex() {
    Tables before = States.restored(tables.rows());

    tables.remove(WAITING.key());
    assertThatThrownBy(() -> tables.put(Rows.task("z", "n1", "cpus:{a}")))
        .isInstanceOf(IllegalArgumentException.class);
    tables.rollBack();

    States.assertSame(tables, before, ROLES);
  }

  @Test
  void shouldFollowAChangelog() {
    Tables follower = States.restored(tables.rows());
    tables.remove(TASK.key());
    tables.put(AGENT.withState(dev.bourse.topics.view.AgentState.GONE, 2, 0));

    tables.changes().forEach(change -> follower.restore(change.key(), change.row()));

    States.assertSame(follower, tables, ROLES);
    assertThat(follower.changes()).isEmpty();
  }

  @Test
  void shouldKeepPortsInUseWhicheverNewsOfThemComesFirst() {
    Resources ports = Resources.parse("cpus:1;ports:[3-4]");
    OfferRow offer = new OfferRow(7, N1, "default", ports, 1, null, 0, false);
    TaskRow task = Rows.task("z", "n1", "cpus:1;ports:[4-4]");
    tables.put(offer);
    tables.remove(offer.key());
    tables.put(task);
    Tables follower = States.restored(List.of(AGENT, TASK, WAITING, TIMER, offer));

    follower.restore(task.key(), task);
    follower.restore(offer.key(), null);

    States.assertSame(follower, tables, ROLES);
    assertThat(follower.free(N1)).isEqualTo(Resources.parse("cpus:2;ports:[3-3]"));
    follower.restore(task.key(), null);
    assertThat(follower.free(N1)).isEqualTo(Resources.parse("cpus:3;ports:[3-4]"));
  }

  @Test
  void shouldForgetEverything() {
    tables.clear();

    States.assertSame(tables, new Tables(), ROLES);
    assertThat(tables.used(N1).isEmpty()).isTrue();
  }
}
