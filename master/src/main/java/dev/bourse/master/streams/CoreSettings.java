package dev.bourse.master.streams;

import dev.bourse.topics.command.RoleSettings;
import dev.bourse.topics.command.Settings;
import dev.bourse.topics.resources.Resources;
import dev.bourse.topics.resources.Roles;
import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.TreeMap;

/** The settings of the core, of what an operator has written into the configuration. */
final class CoreSettings {

  private static final String ROLES = "bourse.master.roles.";

  private CoreSettings() {}

  /**
   * Reads them.
   *
   * @throws IllegalArgumentException naming the property, the value and what is allowed
   */
  static Settings of(MasterConfig config) {
    Settings base = Settings.DEFAULT;
    SortedMap<String, RoleSettings> roles = new TreeMap<>();
    config.roles().forEach((name, role) -> roles.put(name, role(name, role)));
    return new Settings(
        config.agentRemovalTimeout().toMillis(),
        base.agentMemoryMillis(),
        base.rejectionMemoryMillis(),
        base.launchesPerStep(),
        base.timersPerTick(),
        roles);
  }

  private static RoleSettings role(String name, MasterConfig.Role role) {
    try {
      return new RoleSettings(
          weight(role.weight()), role.limit().map(Resources::parse).orElse(null));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          ROLES + Roles.check(ROLES + "NAME", name) + "." + e.getMessage(), e);
    }
  }

  private static int weight(BigDecimal weight) {
    try {
      return weight.movePointRight(3).intValueExact();
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          "weight: is " + weight + ", but must be 0.001 to 1000, in thousandths", e);
    }
  }
}
