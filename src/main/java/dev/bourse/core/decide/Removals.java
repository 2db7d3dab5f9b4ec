package dev.bourse.core.decide;

import dev.bourse.core.context.Context;
import dev.bourse.core.event.BucketDrawn;
import dev.bourse.core.state.BucketRow;
import dev.bourse.core.state.ClusterState;

/** Rations how many agents become unreachable: so many at once are rather a network that fails. */
public final class Removals {

  private static final long THOUSAND = 1_000;

  private Removals() {}

  /** Whether one more may now. */
  public static boolean isLeft(ClusterState state, long now) {
    int perMinute = state.settings().offers().agentRemovalsPerMinute();
    return perMinute == 0 || credit(perMinute, state, now) >= THOUSAND;
  }

  private static long credit(int perMinute, ClusterState state, long now) {
    return BucketRow.creditAt(state.bucket(BucketRow.REMOVALS), now, perMinute, perMinute);
  }

  /** Takes one; false when none is left. */
  static boolean draw(Context context) {
    int perMinute = context.settings().offers().agentRemovalsPerMinute();
    if (perMinute == 0) {
      return true;
    }
    long credit = credit(perMinute, context.state(), context.now());
    if (credit < THOUSAND) {
      return false;
    }
    context.emit(new BucketDrawn(BucketRow.REMOVALS, credit - THOUSAND, context.now()));
    return true;
  }
}
