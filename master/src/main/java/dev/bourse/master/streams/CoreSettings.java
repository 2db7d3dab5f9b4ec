package dev.bourse.master.streams;

import dev.bourse.topics.command.RoleSettings;
import dev.bourse.topics.command.Settings;
import dev.bourse.topics.resources.Quantities;
import dev.bourse.topics.resources.Roles;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.TreeMap;

/** The settings of the core, of what an operator has written into the configuration. */
final class CoreSettings {

  private static final String ROLES = "bourse.master.roles.";
  private static final int PLACES = 3;
  private static final BigDecimal LEAST = new BigDecimal("0.001");
  private static final BigDecimal MOST = BigDecimal.valueOf(1_000);

  private CoreSettings() {}

  /**
   * Reads them.
   *
   * @throws ConfigurationException naming the property, the value and what is allowed
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
        roles,
        OfferSettings.of(config.offers()));
  }

  private static RoleSettings role(String name, MasterConfig.Role role) {
    try {
      Roles.check("NAME", name);
      return new RoleSettings(
          weight(role.weight()),
          role.limit().map(text -> quantities("limit", text)).orElse(null),
          role.guarantee().map(text -> quantities("guarantee", text)).orElse(null));
    } catch (IllegalArgumentException e) {
      // Without its cause: who starts the master is told this line, and no stack.
      throw new ConfigurationException(ROLES + name + "." + e.getMessage());
    }
  }

  private static Quantities quantities(String field, String text) {
    try {
      return Quantities.parse(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(field + ": " + e.getMessage(), e);
    }
  }

  private static int weight(BigDecimal weight) {
    if (weight.compareTo(LEAST) < 0 || weight.compareTo(MOST) > 0 || weight.scale() > PLACES) {
      throw new IllegalArgumentException(
          "weight: is %s, but must be %s to %s, with %d decimal places at most"
              .formatted(weight.toPlainString(), LEAST, MOST, PLACES));
    }
    return weight.movePointRight(PLACES).intValueExact();
  }
}
