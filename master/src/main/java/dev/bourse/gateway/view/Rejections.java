package dev.bourse.gateway.view;

import dev.bourse.topics.kafka.CloudEvents;
import dev.bourse.topics.kafka.Layout;
import dev.bourse.topics.kafka.Topic;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.header.Headers;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The submissions that were rejected since this gateway started, as {@code dead-letters} has them.
 * What it has of operations goes to {@link Outcomes}.
 */
@Singleton
public final class Rejections {

  /** Enough for everybody who may still ask: a rejection is asked for within seconds, or never. */
  private static final int MAX_REMEMBERED = 10_000;

  private static final Logger LOG = Logger.getLogger(Rejections.class);

  private final String submissions;
  private final String operations;
  private final Outcomes outcomes;
  private final Listeners<Position, String> listeners = new Listeners<>();
  private final Map<Position, String> reasons =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Position, String> eldest) {
          return size() > MAX_REMEMBERED;
        }
      };

  Rejections(Layout layout, Outcomes outcomes) {
    this.submissions = layout.name(Topic.SUBMISSIONS);
    this.operations = layout.name(Topic.OPERATIONS);
    this.outcomes = outcomes;
  }

  /** The channel's entrance. */
  @Incoming("dead-letters")
  void read(ConsumerRecords<byte[], byte[]> records) {
    for (ConsumerRecord<byte[], byte[]> record : records) {
      try {
        read(record.headers());
      } catch (RuntimeException e) {
        LOG.warnf("dead letter %d skipped: %s", record.offset(), e.getMessage());
      }
    }
  }

  /** Why the record at this position was rejected; null when it was not, or not yet. */
  public @Nullable String reason(Position position) {
    synchronized (reasons) {
      return reasons.get(position);
    }
  }

  /** Hears of the rejection of the record at this position, from now on. */
  public Registration listen(Position position, Consumer<String> listener) {
    return listeners.add(position, listener);
  }

  private void read(Headers headers) {
    String topic = CloudEvents.text(headers, "bourse_topic");
    String partition = CloudEvents.text(headers, "bourse_partition");
    String offset = CloudEvents.text(headers, "bourse_offset");
    if (partition == null || offset == null) {
      return;
    }
    Position position = new Position(Integer.parseInt(partition), Long.parseLong(offset));
    String given = CloudEvents.text(headers, "bourse_reason");
    String reason = given == null ? "rejected" : given;
    if (submissions.equals(topic)) {
      synchronized (reasons) {
        reasons.put(position, reason);
      }
      listeners.fire(position, reason);
    } else if (operations.equals(topic)) {
      outcomes.reject(position, reason);
    }
  }
}
