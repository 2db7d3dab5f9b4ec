package dev.bourse.core.frameworks;

import dev.bourse.core.context.Context;
import dev.bourse.core.event.FilterSet;
import dev.bourse.core.state.FrameworkRow;
import dev.bourse.topics.command.SchedulingSettings;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.resources.Resources;
import org.jspecify.annotations.Nullable;

/** What was declined is not offered again for a while. */
public final class Filters {

  private static final long MAX_MILLIS = 365L * 24 * 3_600_000;

  private Filters() {}

  /**
   * Sets one.
   *
   * @param refuseMillis for how long; null or negative for the cluster's default. At least until
   *     the next allocation, since otherwise the same would come back at once
   */
  public static void set(
      FrameworkRow framework,
      String role,
      AgentId agent,
      Resources resources,
      @Nullable Long refuseMillis,
      Context context) {
    if (resources.isEmpty()) {
      return;
    }
    SchedulingSettings settings = context.settings().offers();
    long wanted = refuseMillis == null || refuseMillis < 0 ? settings.refuseMillis() : refuseMillis;
    long millis = Math.max(settings.allocationIntervalMillis(), Math.min(MAX_MILLIS, wanted));
    long until = context.now() + millis;
    while (isTaken(framework, role, agent, until, context)) {
      until++;
    }
    context.emit(new FilterSet(framework.id(), role, agent, resources, until));
  }

  /** Filters are told apart by their end. */
  private static boolean isTaken(
      FrameworkRow framework, String role, AgentId agent, long until, Context context) {
    return context.state().filtersOn(framework.id(), role, agent).stream()
        .anyMatch(filter -> filter.until() == until);
  }
}
