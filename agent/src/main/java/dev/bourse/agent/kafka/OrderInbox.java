package dev.bourse.agent.kafka;

import dev.bourse.agent.loop.OrderHandler;
import dev.bourse.topics.codec.InvalidRecordException;
import dev.bourse.topics.order.Order;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** The incoming channel: hands orders over one by one, each when the one before is on disk. */
@ApplicationScoped
public class OrderInbox {

  /** Of records that are not for this agent, only every so many are noted: most are for others. */
  private static final int NOTE_EVERY = 64;

  private static final CompletionStage<Void> DONE = CompletableFuture.completedFuture(null);

  private volatile @Nullable Receiver receiver;
  private int notNoted;

  /** CDI needs it. */
  public OrderInbox() {}

  private record Receiver(OrderDecoder decoder, DeadLetters deadLetters, OrderHandler orders) {}

  /** Must be called before the channel starts. */
  public void open(OrderDecoder decoder, DeadLetters deadLetters, OrderHandler orders) {
    receiver = new Receiver(decoder, deadLetters, orders);
  }

  /** A record of any agent of this partition. */
  @Incoming(Channels.ORDERS)
  public CompletionStage<Void> receive(ConsumerRecord<byte[], byte[]> record) {
    Receiver to = receiver;
    if (to == null) {
      throw new IllegalStateException("the inbox is not open");
    }
    long next = record.offset() + 1;
    try {
      Order order = to.decoder().decode(record);
      if (order != null) {
        return to.orders().order(order, next);
      }
      skip(to, next, ++notNoted >= NOTE_EVERY);
    } catch (InvalidRecordException e) {
      to.deadLetters().add(record, String.valueOf(e.getMessage()));
      skip(to, next, true);
    }
    return DONE;
  }

  private void skip(Receiver to, long next, boolean note) {
    if (note) {
      notNoted = 0;
      to.orders().skipped(next);
    }
  }
}
