package dev.bourse.gateway.command;

import dev.bourse.gateway.view.Position;
import dev.bourse.topics.codec.RecordType;
import dev.bourse.topics.kafka.CloudEvents;
import io.smallrye.reactive.messaging.OutgoingMessageMetadata;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.jspecify.annotations.Nullable;

/** Writes records to one topic, and waits until they are there. */
final class RecordWriter {

  /** A little more than the producer's own limit, which is 5 s and tells more. */
  private static final Duration LIMIT = Duration.ofMillis(5_500);

  private static final String SOURCE = "/gateway";

  private final Emitter<byte[]> topic;

  RecordWriter(Emitter<byte[]> topic) {
    this.topic = topic;
  }

  /**
   * Writes a record.
   *
   * @param partition null for that of the key
   * @return where the record is
   * @throws KafkaUnavailableException when it could not be written within 5 s; it may have been all
   *     the same
   */
  Position send(String key, @Nullable Integer partition, RecordType type, byte[] value)
      throws InterruptedException {
    OutgoingMessageMetadata<RecordMetadata> result = new OutgoingMessageMetadata<>();
    CompletableFuture<Void> written = new CompletableFuture<>();
    Message<byte[]> message =
        Message.of(
            value,
            Metadata.of(metadata(key, partition, type), result),
            () -> {
              written.complete(null);
              return CompletableFuture.completedFuture(null);
            },
            failure -> {
              written.completeExceptionally(failure);
              return CompletableFuture.completedFuture(null);
            });
    try {
      topic.send(message);
      written.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new KafkaUnavailableException(String.valueOf(e.getCause()), e);
    } catch (TimeoutException e) {
      throw new KafkaUnavailableException("no answer within 5 s", e);
    } catch (IllegalStateException e) {
      // The emitter's buffer is full: Kafka does not keep up, or is not there.
      throw new KafkaUnavailableException("too many records wait to be written", e);
    }
    RecordMetadata metadata = result.getResult();
    return new Position(metadata.partition(), metadata.offset());
  }

  private static OutgoingKafkaRecordMetadata<String> metadata(
      String key, @Nullable Integer partition, RecordType type) {
    Headers headers = new RecordHeaders();
    CloudEvents.add(headers, type, SOURCE, UUID.randomUUID().toString());
    var metadata = OutgoingKafkaRecordMetadata.<String>builder().withKey(key).withHeaders(headers);
    return (partition == null ? metadata : metadata.withPartition(partition)).build();
  }
}
