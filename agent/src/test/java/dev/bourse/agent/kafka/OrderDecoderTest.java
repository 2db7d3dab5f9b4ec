package dev.bourse.agent.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bourse.topics.codec.InvalidRecordException;
import dev.bourse.topics.codec.RecordType;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.order.LaunchTask;
import dev.bourse.topics.order.RequestRegistration;
import dev.bourse.topics.order.ShutdownAgent;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderDecoderTest {

  private static final String REQUEST = RecordType.REQUEST_REGISTRATION.ceType();

  private final OrderDecoder decoder = new OrderDecoder(new AgentId("a1"));

  @Test
  void shouldReadAnOrderForThisAgent() {
    assertThat(decoder.decode(record("a1", REQUEST, "{\"agent\":\"a1\",\"message\":\"m\"}")))
        .isEqualTo(new RequestRegistration(new AgentId("a1"), "m", null));
  }

  @Test
  void shouldReadThatTheAgentIsNotWanted() {
    String type = RecordType.SHUTDOWN_AGENT.ceType();
    assertThat(decoder.decode(record("a1", type, "{\"agent\":\"a1\",\"message\":\"m\"}")))
        .isEqualTo(new ShutdownAgent(new AgentId("a1"), "m"));
  }

  @Test
  void shouldReadTheLaunchOfAFrameworksTask() {
    String json =
        "{\"agent\":\"a1\",\"incarnation\":\"i\",\"task\":\"f~t\",\"framework\":\"f\",\"attempt\":1,"
            + "\"epoch\":1,\"process\":{\"argv\":[\"true\"],\"env\":{}},\"resources\":\"cpus:1\","
            + "\"limits\":\"cpus:2\",\"killGraceMillis\":1,\"logCapBytes\":1}";
    LaunchTask launch =
        (LaunchTask) decoder.decode(record("a1", RecordType.LAUNCH_TASK.ceType(), json));
    assertThat(launch.job()).isNull();
    assertThat(launch.framework()).hasToString("f");
    assertThat(launch.task().name()).isEqualTo("t");
    assertThat(launch.limits()).hasToString("cpus:2");
  }

  @Test
  void shouldPassOverWhatIsForOthersWithoutReadingIt() {
    assertThat(decoder.decode(record("a2", "nonsense", "{"))).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "dev.bourse.agent.request-registration.v1|{|not valid JSON",
        "dev.bourse.agent.request-registration.v1|{}|agent: is missing",
        "dev.bourse.agent.request-registration.v1|{\"agent\":\"a2\",\"message\":\"m\"}|agent: is 'a2'",
        "dev.bourse.agent.request-registration.v2|{}|header ce_type: is 'dev.bourse.agent.request-registration.v2'",
        "dev.bourse.task.status.v1|{}|header ce_type: is 'dev.bourse.task.status.v1'",
        "|{}|header ce_type: is missing",
        "dev.bourse.agent.confirm-registration.v1|{\"agent\":\"a1\",\"registration\":1}|incarnation: is missing",
        "dev.bourse.task.acknowledge.v1|{\"agent\":\"a1\",\"attempt\":1,\"epoch\":1,\"sequence\":1}|task: is missing",
        "dev.bourse.task.kill.v1|{\"agent\":\"a1\",\"incarnation\":\"i\",\"task\":\"t\",\"attempt\":1,\"epoch\":0,\"graceMillis\":1}|epoch: is 0",
        "dev.bourse.task.kill.v1|{\"agent\":\"a1\",\"incarnation\":\"i\",\"task\":\"t\",\"attempt\":1,\"epoch\":1,\"graceMillis\":-1}|graceMillis: is -1",
        "dev.bourse.task.launch.v1|{\"agent\":\"a1\",\"incarnation\":\"i\",\"task\":\"t\",\"job\":\"j\",\"attempt\":1,\"epoch\":1,\"killGraceMillis\":1,\"logCapBytes\":1}|process: is missing",
      })
  void shouldSayWhatIsWrong(@Nullable String type, String json, String message) {
    assertThatThrownBy(() -> decoder.decode(record("a1", type, json)))
        .isInstanceOf(InvalidRecordException.class)
        .hasMessageContaining(message);
  }

  @Test
  void shouldNotTakeARecordWithoutKey() {
    assertThatThrownBy(() -> decoder.decode(record(null, REQUEST, "{}")))
        .isInstanceOf(InvalidRecordException.class)
        .hasMessageStartingWith("key: is missing");
  }

  private static ConsumerRecord<byte[], byte[]> record(
      @Nullable String key, @Nullable String type, String json) {
    ConsumerRecord<byte[], byte[]> record =
        new ConsumerRecord<>("launches", 0, 0, key == null ? null : bytes(key), bytes(json));
    if (type != null) {
      record.headers().add("ce_type", bytes(type));
    }
    return record;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
