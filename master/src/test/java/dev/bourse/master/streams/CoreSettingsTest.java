package dev.bourse.master.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bourse.topics.command.RoleSettings;
import dev.bourse.topics.command.Settings;
import dev.bourse.topics.resources.Resources;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoreSettingsTest {

  private static final String ROLES = "bourse.master.roles.";

  @Test
  void shouldTakeTheDefaultsOfTheCore() {
    assertThat(settings(Map.of())).isEqualTo(Settings.DEFAULT);
  }

  @Test
  void shouldReadWeightsAndLimits() {
    Settings settings =
        settings(
            Map.of(
                ROLES + "batch.weight", "2.5",
                ROLES + "batch.limit", "cpus:8;memory:16384",
                ROLES + "\"eng/backend\".limit", "cpus:1"));

    assertThat(settings.role("batch"))
        .isEqualTo(new RoleSettings(2_500, Resources.parse("cpus:8;memory:16384")));
    assertThat(settings.role("eng/backend"))
        .isEqualTo(new RoleSettings(1_000, Resources.parse("cpus:1")));
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
        "batch.limit|ports:[1-2]|batch.limit: is 'ports:[1-2]', but only amounts can be limited",
        "-x.limit|cpus:1|-x.NAME: role: is ",
      })
  void shouldSayWhatIsAllowed(String name, String value, String message) {
    assertThatThrownBy(() -> settings(Map.of(ROLES + name, value)))
        .isInstanceOf(ConfigurationException.class)
        .hasNoCause()
        .hasMessageContaining(ROLES + message);
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
