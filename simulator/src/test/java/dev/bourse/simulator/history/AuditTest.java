package dev.bourse.simulator.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.simulator.log.SimLog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditTest implements Audit.Listener {

  private static final long EVERY = 100;

  @TempDir Path folder;
  private final SimLog log = Recordings.of(5);
  private final List<Long> saved = new ArrayList<>();

  @Test
  void shouldLeaveStatesAndGoOnFromTheNewest() throws IOException {
    assertThat(run()).isNull();
    int steps = log.journal().size();
    assertThat(saved).hasSize(steps / 100 + (steps % 100 == 0 ? 0 : 1)).endsWith((long) steps);
    saved.clear();

    assertThat(run()).isNull();

    assertThat(saved).isEmpty();
  }

  @Test
  void shouldKeepTheNewestStatesOnly() throws IOException {
    new Audit(new Snapshots(folder), 5, this).run(new SimulatedSource(log), () -> false);

    assertThat(folder.toFile().list()).hasSize(10);
  }

  private Verifier.Difference run() throws IOException {
    return new Audit(new Snapshots(folder), EVERY, this).run(new SimulatedSource(log), () -> false);
  }

  @Override
  public void caughtUp(Verifier verifier) {
    assertThat(verifier.bookmark()).isNotNull();
  }

  @Override
  public void saved(Bookmark bookmark) {
    saved.add(bookmark.sequence());
  }
}
