package dev.bourse.simulator.history;

import dev.bourse.core.Outcome;
import dev.bourse.core.check.Invariants;
import dev.bourse.core.replay.Replay;
import dev.bourse.core.state.ClusterState;
import dev.bourse.core.state.table.Tables;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides a history once more, step by step, until it comes to something else. */
public final class Verifier {

  private final Replay replay;
  private @Nullable Bookmark bookmark;
  private long steps;
  private long inputs;

  /**
   * From the beginning of a cell, or from a snapshot.
   *
   * @param snapshot null for the beginning
   */
  public Verifier(@Nullable Snapshot snapshot) {
    replay = new Replay(snapshot == null ? new Tables() : snapshot.tables());
    bookmark = snapshot == null ? null : snapshot.bookmark();
  }

  /**
   * Makes one step.
   *
   * @return what is different; null when nothing is
   */
  public @Nullable Difference take(RecordedStep step) {
    long time = state().cell().time();
    Replay.Difference difference;
    try {
      difference = replay.step(step.entry(), step.input());
    } catch (RuntimeException e) {
      return new Difference(bookmark, time, step, null, List.of(String.valueOf(e.getMessage())));
    }
    if (difference != null) {
      return new Difference(bookmark, time, step, difference.decided(), Invariants.check(state()));
    }
    steps++;
    inputs += step.input() == null ? 0 : 1;
    bookmark = Bookmark.after(bookmark, step);
    return null;
  }

  /** The state after the last step. */
  public ClusterState state() {
    return replay.state();
  }

  /** What the last step came to; null before the first. */
  public @Nullable Outcome last() {
    return replay.last();
  }

  /** The last step; null before the first. */
  public @Nullable Bookmark bookmark() {
    return bookmark;
  }

  /** How many steps were made. */
  public long steps() {
    return steps;
  }

  /** How many of them had an input. */
  public long inputs() {
    return inputs;
  }

  /**
   * Where two histories part.
   *
   * @param before the last step that is the same; null when there is none
   * @param time of that step
   * @param recorded the first that is not
   * @param decided what was decided now; null when nothing could be decided at all
   * @param violations what is wrong with the state now
   */
  public record Difference(
      @Nullable Bookmark before,
      long time,
      RecordedStep recorded,
      @Nullable Outcome decided,
      List<String> violations) {}
}
