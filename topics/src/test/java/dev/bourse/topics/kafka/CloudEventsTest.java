package dev.bourse.topics.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.topics.codec.RecordType;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CloudEventsTest {

  @ParameterizedTest
  @EnumSource
  void shouldReadBackTheType(RecordType type) {
    Headers headers = new RecordHeaders();
    CloudEvents.add(headers, type, "/master/0", "0-1-0");
    String name = CloudEvents.type(headers);
    assertThat(name).isEqualTo(type.ceType());
    assertThat(RecordType.ofName(name)).isEqualTo(type);
  }

  @Test
  void shouldWriteTheBinaryModeOfCloudEvents() {
    Headers headers = new RecordHeaders();
    CloudEvents.add(headers, RecordType.CANCEL_JOB, "/gateway", "7");
    assertThat(headers)
        .extracting(h -> h.key() + "=" + new String(h.value(), StandardCharsets.UTF_8))
        .containsExactly(
            "ce_specversion=1.0",
            "ce_type=dev.bourse.job.cancel.v1",
            "ce_source=/gateway",
            "ce_id=7",
            "content-type=application/json");
  }

  @Test
  void shouldReadTheLastHeaderOfAName() {
    Headers headers = new RecordHeaders();
    assertThat(CloudEvents.type(headers)).isNull();
    headers.add("ce_type", new byte[] {'a'}).add("ce_type", new byte[] {'b'});
    assertThat(CloudEvents.type(headers)).isEqualTo("b");
    headers.add("ce_type", null);
    assertThat(CloudEvents.type(headers)).isNull();
  }
}
