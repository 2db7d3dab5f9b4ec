package dev.bourse.master.liveness;

import dev.bourse.topics.codec.InvalidRecordException;
import dev.bourse.topics.codec.RecordCodec;
import dev.bourse.topics.codec.RecordType;
import dev.bourse.topics.kafka.CloudEvents;
import dev.bourse.topics.liveness.FrameworkHeartbeat;
import dev.bourse.topics.liveness.Heartbeat;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** Follows the {@code heartbeats} topic from its end. */
@ApplicationScoped
public class HeartbeatReader {

  private static final Logger LOG = Logger.getLogger(HeartbeatReader.class);

  private final HeartbeatLog log;

  HeartbeatReader(HeartbeatLog log) {
    this.log = log;
  }

  /** Takes in one heartbeat; one that cannot be read is as good as none. */
  @Incoming("heartbeats")
  public void read(ConsumerRecord<byte[], byte[]> record) {
    try {
      if (RecordType.FRAMEWORK_HEARTBEAT.ceType().equals(CloudEvents.type(record.headers()))) {
        log.note(RecordCodec.decode(record.value(), FrameworkHeartbeat.class));
      } else {
        log.note(RecordCodec.decode(record.value(), Heartbeat.class));
      }
    } catch (InvalidRecordException e) {
      LOG.warnf(
          "ignoring a heartbeat at partition %d, offset %d: %s",
          record.partition(), record.offset(), e.getMessage());
    }
  }
}
