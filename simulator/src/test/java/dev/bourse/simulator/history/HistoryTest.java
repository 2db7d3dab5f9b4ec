package dev.bourse.simulator.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bourse.core.check.Digest;
import dev.bourse.core.check.StateDigest;
import dev.bourse.simulator.log.SimLog;
import dev.bourse.simulator.view.DifferenceView;
import dev.bourse.topics.journal.JournalEntry;
import dev.bourse.topics.kafka.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {

  private static final long SEED = 5;

  @TempDir Path folder;
  private final SimLog log = Recordings.of(SEED);

  @Test
  void shouldDecideTheSameAgain() {
    Verifier verifier = verify(new SimulatedSource(log), null);

    assertThat(verifier.steps()).isEqualTo(log.journal().size()).isPositive();
    assertThat(verifier.inputs()).isPositive().isLessThan(verifier.steps());
    assertThat(Digest.text(verifier.state().cell().digest()))
        .isEqualTo(log.journal().getLast().digest());
  }

  @Test
  void shouldDecideTheSameFromFiles() {
    Map<Topic, Long> counts = new Exporter(folder).export(new SimulatedSource(log));

    assertThat(counts).containsEntry(Topic.JOURNAL, (long) log.journal().size()).hasSize(6);
    assertThat(verify(new FolderSource(folder), null).steps()).isEqualTo(log.journal().size());
  }

  @Test
  void shouldShowTheFirstStepThatIsDifferent() {
    JournalEntry sound = log.journal().get(99);
    log.journal().set(99, withDigest(sound, "00000000deadbeef"));

    Verifier verifier = new Verifier(null);
    Verifier.Difference difference = firstDifference(verifier, new SimulatedSource(log));

    assertThat(difference.recorded().entry().sequence()).isEqualTo(100);
    assertThat(new DifferenceView(difference, RecordedOutputs.NONE).lines())
        .contains("step 100 is where the histories part")
        .contains("- digest          00000000deadbeef")
        .contains("+ digest          " + sound.digest());
  }

  @Test
  void shouldShowWhatWasToldToOthers() {
    JournalEntry sound = log.journal().get(99);
    log.journal().set(99, withDigest(sound, "00000000deadbeef"));
    Verifier.Difference difference = firstDifference(new Verifier(null), new SimulatedSource(log));

    DifferenceView view = new DifferenceView(difference, entry -> List.of("jobs x {}"));

    assertThat(view.lines()).contains("    - jobs x {}");
    assertThat(view.json().path("recorded").path("outputs").path(0).asText())
        .isEqualTo("jobs x {}");
  }

  @Test
  void shouldSayThatAStepCannotBeDecided() {
    JournalEntry sound = log.journal().get(20);
    log.journal()
        .set(
            20,
            new JournalEntry(
                1,
                sound.sequence(),
                sound.topic(),
                sound.partition(),
                sound.offset(),
                sound.time(),
                sound.steps(),
                sound.rejection(),
                sound.settings(),
                sound.digest()));

    Verifier.Difference difference = firstDifference(new Verifier(null), new SimulatedSource(log));

    assertThat(new DifferenceView(difference, RecordedOutputs.NONE).lines())
        .contains(
            "  ! format: is 1, and this version of Bourse decides by format 4; use the one that wrote it")
        .contains("+ digest          cannot be decided");
  }

  @Test
  void shouldSayThatAStepIsMissing() {
    log.journal().remove(30);

    assertThatThrownBy(() -> verify(new SimulatedSource(log), null))
        .isInstanceOf(HistoryException.class)
        .hasMessageContaining("goes on with step 32 after step 30");
  }

  @Test
  void shouldSayThatTheBeginningIsNotKept() {
    log.journal().removeFirst();

    assertThatThrownBy(() -> verify(new SimulatedSource(log), null))
        .isInstanceOf(HistoryException.class)
        .hasMessageContaining("goes on with step 2; what came before is not kept any more")
        .hasMessageContaining("--snapshots");
  }

  @Test
  void shouldSayThatAnInputIsMissing() throws IOException {
    new Exporter(folder).export(new SimulatedSource(log));
    Path file = FolderSource.file(folder, Topic.STATUS);
    List<String> lines = Files.readAllLines(file);
    Files.write(file, lines.subList(1, lines.size()));

    assertThatThrownBy(() -> verify(new FolderSource(folder), null))
        .isInstanceOf(HistoryException.class)
        .hasMessageContaining("the input of step")
        .hasMessageContaining("status 0:")
        .hasMessageContaining("is not kept any more");
  }

  @Test
  void shouldGoOnFromASnapshot() throws IOException {
    Snapshots snapshots = new Snapshots(folder);
    Verifier half = new TimeMachine(new SimulatedSource(log), null).goTo(new Moment.Step(200));
    snapshots.create();
    Snapshot.write(snapshots.file(200), half.bookmark(), half.state());
    log.journal().subList(0, 200).replaceAll(entry -> withDigest(entry, "not looked at any more"));

    Snapshot start = snapshots.newest();

    assertThat(start).isNotNull();
    Verifier rest = verify(new SimulatedSource(log), start);
    assertThat(rest.steps()).isEqualTo(log.journal().size() - 200);
  }

  @Test
  void shouldRefuseADamagedSnapshot() throws IOException {
    Snapshots snapshots = new Snapshots(folder);
    Verifier half = new TimeMachine(new SimulatedSource(log), null).goTo(new Moment.Step(200));
    Path file = snapshots.file(200);
    Snapshot.write(file, half.bookmark(), half.state());
    Files.writeString(file, Files.readString(file).replaceFirst("n0.sim", "n9.sim"));

    assertThatThrownBy(() -> Snapshot.read(file))
        .isInstanceOf(HistoryException.class)
        .hasMessageContaining("its rows have another digest than it says");
  }

  @Test
  void shouldGoToAnyMoment() {
    TimeMachine machine = new TimeMachine(new SimulatedSource(log), null);
    JournalEntry entry = log.journal().get(149);
    long before = StateDigest.of(machine.goTo(new Moment.Step(150)).state());

    assertThat(machine.goTo(new Moment.Step(0)).steps()).isZero();
    assertThat(StateDigest.of(machine.goTo(moment(entry)).state())).isEqualTo(before);
    assertThat(machine.goTo(new Moment.Time(entry.time())).steps()).isGreaterThanOrEqualTo(150);
    assertThat(machine.goTo(new Moment.Time(Long.MAX_VALUE)).steps())
        .isEqualTo(log.journal().size());
    assertThatThrownBy(() -> machine.goTo(new Moment.Step(1_000_000)))
        .hasMessageContaining("step 1000000 is not there; the last one is " + log.journal().size());
    assertThatThrownBy(() -> machine.goTo(new Moment.InputTaken("status", 0, 1_000_000)))
        .hasMessageContaining("no step has taken in status 0:1000000");
  }

  private Moment moment(JournalEntry entry) {
    return entry.topic() == null
        ? new Moment.Step(entry.sequence())
        : new Moment.InputTaken(entry.topic(), entry.partition(), entry.offset());
  }

  private static JournalEntry withDigest(JournalEntry entry, String digest) {
    return new JournalEntry(
        entry.format(),
        entry.sequence(),
        entry.topic(),
        entry.partition(),
        entry.offset(),
        entry.time(),
        entry.steps(),
        entry.rejection(),
        entry.settings(),
        digest);
  }

  private static Verifier verify(RecordSource source, Snapshot start) {
    Verifier verifier = new Verifier(start);
    try (Steps steps =
        new ReadAhead(new History(source, start == null ? null : start.bookmark()))) {
      for (RecordedStep step = steps.next(); step != null; step = steps.next()) {
        assertThat(verifier.take(step)).isNull();
      }
    }
    return verifier;
  }

  private static Verifier.Difference firstDifference(Verifier verifier, RecordSource source) {
    try (Steps steps = new History(source, null)) {
      for (RecordedStep step = steps.next(); step != null; step = steps.next()) {
        Verifier.Difference difference = verifier.take(step);
        if (difference != null) {
          return difference;
        }
      }
    }
    throw new AssertionError("there is no difference");
  }
}
