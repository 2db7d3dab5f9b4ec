package dev.bourse.agent.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** The outgoing channel. */
@ApplicationScoped
public class OutboxChannel implements RecordSender {

  private final Emitter<ProducerRecord<byte[], byte[]>> emitter;

  /** With the channel; what is sent is bounded by those who send, each in its own way. */
  public OutboxChannel(
      @Channel(Channels.OUTBOX) @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
          Emitter<ProducerRecord<byte[], byte[]>> emitter) {
    this.emitter = emitter;
  }

  @Override
  public CompletionStage<Void> send(ProducerRecord<byte[], byte[]> record) {
    CompletableFuture<Void> sent = new CompletableFuture<>();
    try {
      emitter.send(
          Message.of(
              record,
              () -> {
                sent.complete(null);
                return CompletableFuture.completedFuture(null);
              },
              problem -> {
                sent.completeExceptionally(problem);
                return CompletableFuture.completedFuture(null);
              }));
    } catch (IllegalStateException e) {
      // The channel is closed, so the agent is about to stop.
      sent.completeExceptionally(e);
    }
    return sent;
  }
}
