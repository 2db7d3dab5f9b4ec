package dev.bourse.simulator.whatif;

import dev.bourse.topics.command.RoleSettings;
import dev.bourse.topics.command.Settings;
import dev.bourse.topics.resources.Quantities;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an operator would have set instead; what is not given stays as recorded.
 *
 * @param launchesPerStep or null
 * @param timersPerTick or null
 * @param roles weights and quota, by role
 */
public record SettingsChange(
    @Nullable Integer launchesPerStep,
    @Nullable Integer timersPerTick,
    SortedMap<String, RoleChange> roles) {

  /** Nothing is different. */
  public static final SettingsChange NONE =
      new SettingsChange(null, null, Collections.emptySortedMap());

  /**
   * What would have been set for a role.
   *
   * @param weight in thousandths, or null
   * @param limit the most that it may hold, or null
   * @param unlimited whether a limit that was set is not there
   */
  public record RoleChange(
      @Nullable Integer weight, @Nullable Quantities limit, boolean unlimited) {

    RoleSettings of(RoleSettings recorded) {
      return new RoleSettings(
          weight == null ? recorded.weight() : weight,
          unlimited ? null : limit == null ? recorded.limit() : limit,
          recorded.guarantee());
    }
  }

  Settings of(Settings recorded) {
    SortedMap<String, RoleSettings> all = new TreeMap<>();
    if (recorded.roles() != null) {
      all.putAll(recorded.roles());
    }
    roles.forEach((role, change) -> all.put(role, change.of(recorded.role(role))));
    return new Settings(
        recorded.agentRemovalMillis(),
        recorded.agentMemoryMillis(),
        recorded.rejectionMemoryMillis(),
        launchesPerStep == null ? recorded.launchesPerStep() : launchesPerStep,
        timersPerTick == null ? recorded.timersPerTick() : timersPerTick,
        all,
        recorded.scheduling());
  }
}
