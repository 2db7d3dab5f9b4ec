package dev.bourse.master.liveness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.topics.codec.RecordCodec;
import dev.bourse.topics.codec.RecordType;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.kafka.CloudEvents;
import dev.bourse.topics.kafka.Keys;
import dev.bourse.topics.liveness.FrameworkHeartbeat;
import dev.bourse.topics.liveness.Heartbeat;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class HeartbeatReaderTest {

  private static final AgentId AGENT = new AgentId("a1");
  private static final FrameworkId FRAMEWORK = new FrameworkId("f1");

  private long now = 1_000;
  private final HeartbeatLog log = new HeartbeatLog(() -> now);
  private final HeartbeatReader reader = new HeartbeatReader(log);

  @Test
  void shouldTellFrameworksFromAgentsByTheTypeOfTheRecord() {
    read(new Heartbeat(AGENT, 1));
    read(new FrameworkHeartbeat(FRAMEWORK, "s1"));
    now += 50;

    assertThat(log.silentMillis(AGENT, 1)).isEqualTo(50);
    assertThat(log.silentMillis(FRAMEWORK, "s1")).isEqualTo(50);
  }

  @Test
  void shouldPassOverWhatItCannotRead() {
    ConsumerRecord<byte[], byte[]> record = record("{\"framework\":\"f1\"}");
    CloudEvents.add(record.headers(), RecordType.FRAMEWORK_HEARTBEAT, "/test", "1");
    reader.read(record);
    reader.read(record("nonsense"));

    assertThat(log.sessions()).isZero();
  }

  private void read(Object heartbeat) {
    ConsumerRecord<byte[], byte[]> record =
        new ConsumerRecord<>("heartbeats", 0, 0, null, RecordCodec.encode(heartbeat));
    CloudEvents.add(record.headers(), RecordType.of(heartbeat), "/test", "1");
    reader.read(record);
  }

  private static ConsumerRecord<byte[], byte[]> record(String value) {
    return new ConsumerRecord<>("heartbeats", 0, 0, null, Keys.bytes(value));
  }
}
