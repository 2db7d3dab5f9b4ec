package dev.bourse.topics.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bourse.topics.codec.InvalidRecordException;
import dev.bourse.topics.codec.RecordCodec;
import dev.bourse.topics.framework.MinAllocatable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchedulingSettingsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest(name = "{0} from {1}")
  @CsvSource({
    "offersPerStep, 1",
    "offerTimeoutMillis, 0",
    "refuseMillis, 0",
    "allocationIntervalMillis, 1",
    "callsPerSecond, 0",
    "callBurst, 1",
    "heartbeatMillis, 1",
    "frameworkTimeoutMillis, 1",
    "resendMillis, 1",
    "maxResendMillis, 10000",
    "reserveAfterMillis, 0",
    "preemptAfterMillis, 0",
    "preemptionsPerMinute, 0",
    "agentRemovalsPerMinute, 0"
  })
  void shouldBoundNumbers(String field, long least) throws IOException {
    assertThat(read(defaults().put(field, least))).isNotNull();
    assertThat(refusal(defaults().put(field, least - 1)))
        .isEqualTo(field + ": is " + (least - 1) + ", but must be " + least + " or more");
  }

  @Test
  void shouldCheckTexts() throws IOException {
    assertThat(refusal(defaults().put("minAllocatable", "cpus")))
        .isEqualTo("minAllocatable: quantity: is 'cpus', but must be name:number");
    assertThat(refusal(defaults().put("region", "x".repeat(257))))
        .isEqualTo("region: has 257 characters, but may have 256");
    assertThat(refusal(defaults().put("sorter", "FAIR")))
        .isEqualTo("sorter: is 'FAIR', but must be one of DRF, RANDOM");
  }

  @Test
  void shouldSayTheSameInOneForm() throws IOException {
    ObjectNode json = defaults();
    json.putArray("excludedResources").add("ports").add("gpus").add("ports");
    assertThat(read(json).excludedResources()).isEqualTo(List.of("gpus", "ports"));
    Settings settings = Settings.DEFAULT.withScheduling(read(json));
    assertThat(settings.offers()).isEqualTo(read(json));
    assertThat(settings.withScheduling(SchedulingSettings.DEFAULT)).isEqualTo(Settings.DEFAULT);
    assertThat(settings.withScheduling(null).offers()).isEqualTo(SchedulingSettings.DEFAULT);
  }

  @Test
  void shouldHaveTheMinimumOfMesos() {
    assertThat(MinAllocatable.parse(SchedulingSettings.DEFAULT.minAllocatable()))
        .isEqualTo(MinAllocatable.DEFAULT);
  }

  private static ObjectNode defaults() throws IOException {
    return (ObjectNode) JSON.readTree(RecordCodec.encode(SchedulingSettings.DEFAULT));
  }

  private static SchedulingSettings read(ObjectNode json) {
    return RecordCodec.decode(
        json.toString().getBytes(StandardCharsets.UTF_8), SchedulingSettings.class);
  }

  private static String refusal(ObjectNode json) {
    InvalidRecordException refusal =
        catchThrowableOfType(InvalidRecordException.class, () -> read(json));
    assertThat(refusal).isNotNull();
    return String.valueOf(refusal.getMessage());
  }
}
