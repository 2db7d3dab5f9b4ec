package dev.bourse.simulator.history;

import dev.bourse.core.check.Invariants;
import java.io.IOException;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Follows a history and checks every step, for as long as it is wanted. */
public final class Audit {

  private static final int SNAPSHOTS_KEPT = 10;

  /** Who is told of what an audit finds. */
  public interface Listener {

    /** Everything that is there has been checked; more may come. */
    void caughtUp(Verifier verifier);

    /** A state was written. */
    void saved(Bookmark bookmark);
  }

  private final @Nullable Snapshots snapshots;
  private final long every;
  private final Listener listener;
  private long saved;

  /**
   * One audit.
   *
   * @param snapshots where to go on from, and where to leave states; null for nowhere
   * @param every after how many steps a state is written
   */
  public Audit(@Nullable Snapshots snapshots, long every, Listener listener) {
    this.snapshots = snapshots;
    this.every = every;
    this.listener = listener;
  }

  /**
   * Goes on where the newest snapshot ends.
   *
   * @param wanted asked whenever there is nothing more to check; false to end
   * @return the first difference; null when there was none
   */
  public Verifier.@Nullable Difference run(RecordSource source, BooleanSupplier wanted)
      throws IOException {
    Snapshot start = snapshots == null ? null : snapshots.newest();
    Verifier verifier = new Verifier(start);
    saved = start == null ? 0 : start.bookmark().sequence();
    try (Steps steps = new History(source, start == null ? null : start.bookmark())) {
      while (true) {
        RecordedStep step = steps.next();
        if (step == null) {
          listener.caughtUp(verifier);
          if (!wanted.getAsBoolean()) {
            save(verifier);
            return null;
          }
          continue;
        }
        Verifier.Difference difference = verifier.take(step);
        if (difference != null) {
          return difference;
        }
        if (step.entry().sequence() - saved >= every) {
          save(verifier);
        }
      }
    }
  }

  private void save(Verifier verifier) throws IOException {
    Bookmark bookmark = verifier.bookmark();
    if (snapshots == null || bookmark == null || bookmark.sequence() == saved) {
      return;
    }
    List<String> violations = Invariants.check(verifier.state());
    if (!violations.isEmpty()) {
      throw new HistoryException(
          "the state after step %d is not sound: %s".formatted(bookmark.sequence(), violations));
    }
    snapshots.create();
    Snapshot.write(snapshots.file(bookmark.sequence()), bookmark, verifier.state());
    snapshots.keep(SNAPSHOTS_KEPT);
    saved = bookmark.sequence();
    listener.saved(bookmark);
  }
}
