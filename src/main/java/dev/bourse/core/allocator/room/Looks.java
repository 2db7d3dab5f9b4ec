package dev.bourse.core.allocator.room;

import dev.bourse.core.allocator.embedded.EmbeddedScheduler;
import dev.bourse.core.context.Context;
import dev.bourse.core.event.LookScheduled;
import dev.bourse.core.state.ClusterState;
import dev.bourse.topics.command.SchedulingSettings;

/** When to look next whether somebody has waited for too long. */
public final class Looks {

  private static final long LEAST_MILLIS = 1_000;

  private Looks() {}

  /** Whether to look now: every agent is looked at, which is too much for every step. */
  public static boolean isDue(ClusterState state) {
    return !state.isLookArranged();
  }

  /** Arranges for it, when somebody waits and nothing is arranged yet. */
  public static void arrange(EmbeddedScheduler jobs, Context context) {
    ClusterState state = context.state();
    SchedulingSettings settings = context.settings().offers();
    long after = sooner(settings.preemptAfterMillis(), settings.reserveAfterMillis());
    boolean anybody = !state.pending().isEmpty() || doesAnyFrameworkWait(state);
    if (after == 0 || !anybody || state.total().isEmpty() || state.isLookArranged()) {
      return;
    }
    long next = context.now() + after;
    for (String role : state.pending().keySet()) {
      EmbeddedScheduler.Wish wish = jobs.first(role, state);
      if (wish != null) {
        long waited = context.now() - wish.since();
        // Who has waited for long enough is looked at again, each time after as long once more.
        long left = waited < after ? after - waited : after;
        next = Math.min(next, context.now() + Math.max(LEAST_MILLIS, left));
      }
    }
    context.emit(new LookScheduled(next));
  }

  private static boolean doesAnyFrameworkWait(ClusterState state) {
    return !new FrameworkWishes(state).waiting(Long.MAX_VALUE).isEmpty();
  }

  private static long sooner(long one, long other) {
    return one == 0 || other == 0 ? Math.max(one, other) : Math.min(one, other);
  }
}
