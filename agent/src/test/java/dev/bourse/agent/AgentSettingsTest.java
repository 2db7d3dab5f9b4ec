package dev.bourse.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgentSettingsTest {

  @Test
  void shouldHaveDefaultsForEverything() {
    AgentSettings settings = read(Map.of());
    assertThat(settings.bootstrap()).isEqualTo("localhost:9092");
    assertThat(settings.layout().prefix()).isEqualTo("bourse.");
    assertThat(settings.folder()).isEqualTo(Path.of("bourse-agent"));
    assertThat(settings.resources()).isNull();
    assertThat(settings.taskUser()).isNull();
    assertThat(settings.heartbeatMillis()).isEqualTo(1_000);
    assertThat(settings.region()).isNull();
    assertThat(settings.zone()).isNull();
    assertThat(settings.killOnStop()).isFalse();
    assertThat(settings.followStdin()).isFalse();
  }

  @Test
  void shouldReadEverySetting() {
    AgentSettings settings =
        read(
            Map.ofEntries(
                Map.entry("bourse.kafka.bootstrap", "k:1"),
                Map.entry("bourse.prefix", "x."),
                Map.entry("bourse.launch-partitions", "9"),
                Map.entry("bourse.agent.id", "a7"),
                Map.entry("bourse.agent.dir", "/d"),
                Map.entry("bourse.agent.resources", "cpus:3;cpus(eng):1;memory:100"),
                Map.entry("bourse.agent.attributes", "rack:r1"),
                Map.entry("bourse.agent.task-user", "nobody"),
                Map.entry("bourse.agent.heartbeat-interval", "250ms"),
                Map.entry("bourse.agent.region", "eu"),
                Map.entry("bourse.agent.zone", "eu-1"),
                Map.entry("bourse.agent.kill-on-stop", "true")));
    assertThat(settings.bootstrap()).isEqualTo("k:1");
    assertThat(settings.layout().launchPartitions()).isEqualTo(9);
    assertThat(settings.agent()).hasToString("a7");
    assertThat(settings.resources()).hasToString("cpus:3;cpus(eng):1;memory:100");
    assertThat(settings.attributes()).hasToString("rack:r1");
    assertThat(settings.taskUser()).isEqualTo("nobody");
    assertThat(settings.heartbeatMillis()).isEqualTo(250);
    assertThat(settings.region()).isEqualTo("eu");
    assertThat(settings.zone()).isEqualTo("eu-1");
    assertThat(settings.killOnStop()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "bourse.agent.id,a b,bourse.agent.id: agent: is 'a b'",
    "bourse.agent.resources,cpus:[1,bourse.agent.resources: ",
    "bourse.agent.resources,cpus(a):1;mem(+a):1,bourse.agent.resources: is 'mem(+a):1'",
    "bourse.agent.attributes,rack,bourse.agent.attributes: ",
    "bourse.agent.heartbeat-interval,soon,bourse.agent.heartbeat-interval: ",
    "bourse.agent.heartbeat-interval,1ms,bourse.agent.heartbeat-interval: is '1ms'",
    "bourse.agent.kill-on-stop,maybe,bourse.agent.kill-on-stop: is 'maybe'",
    "bourse.launch-partitions,many,bourse.launch-partitions: is 'many'",
    "bourse.cells,0,bourse.cells: is '0'",
    "bourse.prefix,a/b,bourse.prefix: is 'a/b'",
  })
  void shouldNameTheSettingThatIsWrong(String name, String value, String message) {
    assertThatThrownBy(() -> read(Map.of(name, value)))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .startsWith(message.replace("'0'", "0"));
  }

  @Test
  void shouldBoundTheLengthOfAPlace() {
    assertThatThrownBy(() -> read(Map.of("bourse.agent.zone", "z".repeat(257))))
        .hasMessage("bourse.agent.zone: has 257 characters, but may have 256");
  }

  private static AgentSettings read(Map<String, String> settings) {
    return AgentSettings.of(
        new SmallRyeConfigBuilder()
            .withSources(new PropertiesConfigSource(settings, "test", 100))
            .build());
  }
}
