package dev.bourse.master.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bourse.topics.command.RoleSettings;
import dev.bourse.topics.command.SchedulingSettings;
import dev.bourse.topics.command.Settings;
import dev.bourse.topics.resources.Quantities;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoreSettingsTest {

  private static final String ROLES = "bourse.master.roles.";
  private static final String OFFERS = "bourse.master.offers.";

  @Test
  void shouldTakeTheDefaultsOfTheCore() {
    assertThat(settings(Map.of())).isEqualTo(Settings.DEFAULT);
  }

  @Test
  void shouldReadEverythingAboutOffers() {
    Map<String, String> properties =
        Map.ofEntries(
            Map.entry("offers-per-step", "7"),
            Map.entry("offer-timeout", "8s"),
            Map.entry("refuse", "0"),
            Map.entry("allocation-interval", "250ms"),
            Map.entry("min-allocatable", "cpus:1;memory:64|gpus:1"),
            Map.entry("sorter", "random"),
            Map.entry("excluded-resources", "ports,gpus"),
            Map.entry("calls-per-second", "9"),
            Map.entry("call-burst", "10"),
            Map.entry("heartbeat", "11s"),
            Map.entry("framework-timeout", "12m"),
            Map.entry("resend", "13s"),
            Map.entry("max-resend", "14h"),
            Map.entry("reserve-after", "15s"),
            Map.entry("preempt-after", "16s"),
            Map.entry("preemptions-per-minute", "17"),
            Map.entry("agent-removals-per-minute", "18"),
            Map.entry("region", "eu"));

    assertThat(settings(offers(properties)).offers())
        .isEqualTo(
            new SchedulingSettings(
                7,
                8_000,
                0,
                250,
                "cpus:1;memory:64|gpus:1",
                SchedulingSettings.Sorter.RANDOM,
                List.of("gpus", "ports"),
                9,
                10,
                11_000,
                12 * 60_000,
                13_000,
                14 * 3_600_000,
                15_000,
                16_000,
                17,
                18,
                "eu"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "offers-per-step|0|offers-per-step: is 0, but must be 1 or more",
        "offer-timeout|PT-1S|offer-timeout: is -1000, but must be 0 or more milliseconds",
        "refuse|PT-1S|refuse: is -1000, but must be 0 or more",
        "allocation-interval|0|allocation-interval: is 0, but must be 1 or more",
        "min-allocatable|cpus:x|min-allocatable: ",
        "sorter|fair|sorter: is 'fair', but must be one of [DRF, RANDOM]",
        "calls-per-second|-1|calls-per-second: is -1, but must be 0 or more",
        "call-burst|0|call-burst: is 0, but must be 1 or more",
        "heartbeat|0|heartbeat: is 0, but must be 1 or more",
        "framework-timeout|0|framework-timeout: is 0, but must be 1 or more",
        "resend|0|resend: is 0, but must be 1 or more",
        "max-resend|1s|max-resend: is 1000, but must be 10000 or more milliseconds",
        "reserve-after|PT-1S|reserve-after: is -1000, but must be 0 or more",
        "preempt-after|PT-1S|preempt-after: is -1000, but must be 0 or more",
        "preemptions-per-minute|-1|preemptions-per-minute: is -1, but must be 0 or more",
        "agent-removals-per-minute|-1|agent-removals-per-minute: is -1, but must be 0 or more",
      })
  void shouldSayWhatIsAllowedOfOffers(String name, String value, String message) {
    assertThatThrownBy(() -> settings(offers(Map.of(name, value))))
        .isInstanceOf(ConfigurationException.class)
        .hasNoCause()
        .hasMessageStartingWith(OFFERS + message);
  }

  private static Map<String, String> offers(Map<String, String> properties) {
    Map<String, String> all = new TreeMap<>();
    properties.forEach((name, value) -> all.put(OFFERS + name, value));
    return all;
  }

  @Test
  void shouldReadWeightsAndQuota() {
    Settings settings =
        settings(
            Map.of(
                ROLES + "batch.weight", "2.5",
                ROLES + "batch.limit", "cpus:8;memory:16384",
                ROLES + "batch.guarantee", "cpus:4;ports:2",
                ROLES + "\"eng/backend\".limit", "cpus:1"));

    assertThat(settings.role("batch"))
        .isEqualTo(
            new RoleSettings(
                2_500,
                Quantities.parse("cpus:8;memory:16384"),
                Quantities.parse("cpus:4;ports:2")));
    assertThat(settings.role("eng/backend"))
        .isEqualTo(new RoleSettings(1_000, Quantities.parse("cpus:1")));
    assertThat(settings.role("other")).isEqualTo(RoleSettings.DEFAULT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "batch.weight|0|batch.weight: is 0, but must be 0.001 to 1000",
        "batch.weight|1.0005|batch.weight: is 1.0005, but must be 0.001 to 1000, with 3 decimal",
        "batch.weight|1e9|batch.weight: is 1000000000, but must be",
        "batch.limit|cpus:x|batch.limit: ",
        "batch.limit|ports:[1-2]|batch.limit: ",
        "batch.guarantee|cpus|batch.guarantee: ",
        "-x.limit|cpus:1|-x.NAME: role: is ",
      })
  void shouldSayWhatIsAllowed(String name, String value, String message) {
    assertThatThrownBy(() -> settings(Map.of(ROLES + name, value)))
        .isInstanceOf(ConfigurationException.class)
        .hasNoCause()
        .hasMessageContaining(ROLES + message);
  }

  @Test
  void shouldRefuseAGuaranteeAboveTheLimit() {
    assertThatThrownBy(
            () ->
                settings(
                    Map.of(ROLES + "batch.limit", "cpus:8", ROLES + "batch.guarantee", "cpus:9")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith(
            ROLES + "batch.guarantee: is 'cpus:9', but must not be above the limit 'cpus:8'");
  }

  private static Settings settings(Map<String, String> properties) {
    return CoreSettings.of(
        new SmallRyeConfigBuilder()
            .withMapping(MasterConfig.class)
            .withConverter(Duration.class, 200, new DurationConverter())
            .withDefaultValues(properties)
            .build()
            .getConfigMapping(MasterConfig.class));
  }
}
