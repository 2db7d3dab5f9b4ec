package dev.bourse.gateway.command;

import dev.bourse.gateway.view.Position;
import dev.bourse.topics.codec.RecordCodec;
import dev.bourse.topics.codec.RecordType;
import dev.bourse.topics.command.CancelJob;
import dev.bourse.topics.id.JobId;
import dev.bourse.topics.kafka.CloudEvents;
import io.smallrye.reactive.messaging.OutgoingMessageMetadata;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;

/** Writes to the topic {@code submissions}. */
@Singleton
public final class SubmissionWriter {

  /** A little more than the producer's own limit, which is 5 s and tells more. */
  private static final Duration LIMIT = Duration.ofMillis(5_500);

  private static final String SOURCE = "/gateway";

  private final Emitter<byte[]> submissions;

  SubmissionWriter(@Channel("submissions-out") Emitter<byte[]> submissions) {
    this.submissions = submissions;
  }

  /**
   * Submits a job.
   *
   * @param job its id
   * @param document the whole document, with the id in it
   * @return where the record is
   * @throws KafkaUnavailableException when it could not be written within 5 s; it may have been all
   *     the same
   */
  public Position submit(JobId job, byte[] document) throws InterruptedException {
    return send(job, RecordType.SUBMIT_JOB, document);
  }

  /**
   * Asks for the end of a job.
   *
   * @return where the record is
   * @throws KafkaUnavailableException when it could not be written within 5 s; it may have been all
   *     the same
   */
  public Position cancel(JobId job) throws InterruptedException {
    CancelJob command = new CancelJob(job, "cancelled through the API");
    return send(job, RecordType.CANCEL_JOB, RecordCodec.encode(command));
  }

  private Position send(JobId job, RecordType type, byte[] value) throws InterruptedException {
    OutgoingMessageMetadata<RecordMetadata> result = new OutgoingMessageMetadata<>();
    CompletableFuture<Void> written = new CompletableFuture<>();
    Message<byte[]> message =
        Message.of(
            value,
            Metadata.of(key(job, type), result),
            () -> {
              written.complete(null);
              return CompletableFuture.completedFuture(null);
            },
            failure -> {
              written.completeExceptionally(failure);
              return CompletableFuture.completedFuture(null);
            });
    try {
      submissions.send(message);
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

  private static OutgoingKafkaRecordMetadata<String> key(JobId job, RecordType type) {
    Headers headers = new RecordHeaders();
    CloudEvents.add(headers, type, SOURCE, UUID.randomUUID().toString());
    return OutgoingKafkaRecordMetadata.<String>builder()
        .withKey(job.value())
        .withHeaders(headers)
        .build();
  }
}
