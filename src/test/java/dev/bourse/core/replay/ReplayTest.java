package dev.bourse.core.replay;

import static dev.bourse.core.testing.Agents.register;
import static dev.bourse.core.testing.Jobs.job;
import static dev.bourse.core.testing.Jobs.reject;
import static dev.bourse.core.testing.Jobs.submit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.bourse.core.Outcome;
import dev.bourse.core.check.Digest;
import dev.bourse.core.check.StateDigest;
import dev.bourse.core.replay.Replay.Difference;
import dev.bourse.core.testing.ClusterFixture;
import dev.bourse.core.testing.Reports;
import dev.bourse.core.testing.Step;
import dev.bourse.topics.command.ApplySettings;
import dev.bourse.topics.command.Command;
import dev.bourse.topics.command.Settings;
import dev.bourse.topics.command.Tick;
import dev.bourse.topics.journal.JournalEntry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReplayTest {

  private record Recorded(JournalEntry entry, Command input) {}

  private final ClusterFixture cluster = new ClusterFixture();
  private final List<Recorded> journal = new ArrayList<>();
  private final Replay replay = new Replay();

  @BeforeEach
  void keepAJournal() {
    keep(new ApplySettings(new Settings(1_000, 2_000, 3_000, 4, 5)));
    keep(register("n1"));
    keep(job("a").retries(1).submit());
    keep(reject("b", "command", "is missing"));
    keep(Reports.of(cluster.launchOf("a")).failed(1));
    cluster.after(Duration.ofMinutes(1));
    keep(new Tick(Settings.DEFAULT.timersPerTick()));
    keep(Reports.of(cluster.launchOf("a")).finished());
  }

  @Test
  void shouldComeToTheSame() {
    for (int i = 0; i < journal.size(); i++) {
      assertThat(step(i)).isNull();
    }

    assertThat(StateDigest.of(replay.state())).isEqualTo(StateDigest.of(cluster.state()));
  }

  @Test
  void shouldFindWhereAnotherInputCameIn() {
    assertThat(step(0)).isNull();
    assertThat(step(1)).isNull();

    Difference difference = replay.step(journal.get(2).entry(), submit("a"));

    assertThat(difference.recorded()).isEqualTo(journal.get(2).entry());
    assertThat(difference.decided().events()).isNotEmpty();
    assertThat(step(3)).as("everything that follows").isNotNull();
  }

  @Test
  void shouldFindAStepThatIsLeftOut() {
    assertThat(step(0)).isNull();
    assertThat(step(2)).isNotNull();
  }

  @Test
  void shouldRefuseAStepWithoutItsInput() {
    JournalEntry first = journal.get(1).entry();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> replay.step(first, null))
        .withMessageContaining("is missing");
  }

  @Test
  void shouldRefuseAFormatThatItDoesNotKnow() {
    JournalEntry first = journal.get(1).entry();
    JournalEntry strange =
        new JournalEntry(1, 1, first.topic(), 0, 0, 0, first.steps(), null, null, first.digest());

    assertThatIllegalArgumentException()
        .isThrownBy(() -> replay.step(strange, register("n1")))
        .withMessage(
            "format: is 1, and this version of Bourse decides by format 4; use the one that wrote it");
  }

  private Difference step(int index) {
    return replay.step(journal.get(index).entry(), journal.get(index).input());
  }

  private void keep(Command command) {
    Step step = cluster.when(command);
    Outcome outcome = step.outcome();
    boolean tick = command instanceof Tick || command instanceof ApplySettings;
    journal.add(
        new Recorded(
            new JournalEntry(
                JournalEntry.FORMAT,
                outcome.sequence(),
                tick ? null : "input",
                0,
                tick ? 0 : Long.parseLong(step.token().substring(2)),
                outcome.time(),
                outcome.steps(),
                outcome.rejection() == null ? null : outcome.rejection().reason(),
                outcome.settings(),
                Digest.text(outcome.digest())),
            tick ? null : command));
  }
}
