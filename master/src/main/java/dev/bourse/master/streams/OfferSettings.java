package dev.bourse.master.streams;

import dev.bourse.topics.command.SchedulingSettings;
import dev.bourse.topics.command.SchedulingSettings.Sorter;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The settings about offers, of what an operator has written into the configuration. */
final class OfferSettings {

  private static final String OFFERS = "bourse.master.offers.";
  private static final String MILLIS = "Millis";

  private OfferSettings() {}

  /**
   * Reads them.
   *
   * @throws ConfigurationException naming the property, the value and what is allowed
   */
  static SchedulingSettings of(MasterConfig.Offers config) {
    try {
      return new SchedulingSettings(
          config.offersPerStep(),
          config.offerTimeout().toMillis(),
          config.refuse().toMillis(),
          config.allocationInterval().toMillis(),
          config.minAllocatable(),
          sorter(config.sorter()),
          config.excludedResources().orElse(List.of()),
          config.callsPerSecond(),
          config.callBurst(),
          config.heartbeat().toMillis(),
          config.frameworkTimeout().toMillis(),
          config.resend().toMillis(),
          config.maxResend().toMillis(),
          config.reserveAfter().toMillis(),
          config.preemptAfter().toMillis(),
          config.preemptionsPerMinute(),
          config.agentRemovalsPerMinute(),
          config.region().orElse(null));
    } catch (IllegalArgumentException e) {
      // Without its cause: who starts the master is told this line, and no stack.
      throw new ConfigurationException(OFFERS + asProperty(String.valueOf(e.getMessage())));
    }
  }

  private static Sorter sorter(String text) {
    for (Sorter sorter : Sorter.values()) {
      if (sorter.name().equalsIgnoreCase(text)) {
        return sorter;
      }
    }
    throw new IllegalArgumentException(
        "sorter: is '" + text + "', but must be one of " + Arrays.toString(Sorter.values()));
  }

  /** The core names its own fields, and counts in milliseconds. */
  private static String asProperty(String message) {
    int colon = message.indexOf(':');
    String field = message.substring(0, colon);
    boolean millis = field.endsWith(MILLIS);
    String name = millis ? field.substring(0, field.length() - MILLIS.length()) : field;
    String kebab = name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    return kebab + message.substring(colon) + (millis ? " milliseconds" : "");
  }
}
