package dev.bourse.agent.kafka;

import dev.bourse.topics.kafka.Layout;
import dev.bourse.topics.kafka.Topic;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jboss.logging.Logger;

/** Puts aside what cannot be read, as it was, with the reason. */
public final class DeadLetters {

  private static final Logger LOG = Logger.getLogger(DeadLetters.class);

  /** SmallRye adds headers of its own to what it hands over. */
  private static final String FOREIGN_PREFIX = "__smallrye_";

  private final Layout layout;
  private final RecordSender sender;

  /** With the way out. */
  public DeadLetters(Layout layout, RecordSender sender) {
    this.layout = layout;
    this.sender = sender;
  }

  /** Puts a record aside. */
  public void add(ConsumerRecord<byte[], byte[]> record, String reason) {
    LOG.warnf(
        "a record cannot be read and is put aside: topic %s, partition %d, offset %d: %s",
        record.topic(), record.partition(), record.offset(), reason);
    ProducerRecord<byte[], byte[]> letter =
        new ProducerRecord<>(layout.name(Topic.DEAD_LETTERS), record.key(), record.value());
    for (Header header : record.headers()) {
      if (!header.key().startsWith(FOREIGN_PREFIX)) {
        letter.headers().add(header);
      }
    }
    Map<String, String> origin = new TreeMap<>();
    origin.put("bourse_reason", reason);
    origin.put("bourse_topic", record.topic());
    origin.put("bourse_partition", Integer.toString(record.partition()));
    origin.put("bourse_offset", Long.toString(record.offset()));
    origin.forEach(
        (name, text) -> letter.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
    var unused =
        sender
            .send(letter)
            .exceptionally(
                problem -> {
                  LOG.errorf("a record could not be put aside: %s", problem.getMessage());
                  return null;
                });
  }
}
