package dev.bourse.gateway.view;

import dev.bourse.topics.codec.RecordCodec;
import dev.bourse.topics.codec.RecordType;
import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.kafka.CloudEvents;
import dev.bourse.topics.scheduler.OfferEnded;
import dev.bourse.topics.scheduler.ResourceOffer;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The offers that frameworks have not answered: those that the topic {@code offers} says were made,
 * and not that they have ended. What is older than the topic remembers, a day, is not known.
 */
@Singleton
public final class OfferTable {

  private static final Logger LOG = Logger.getLogger(OfferTable.class);

  private final ConcurrentNavigableMap<Id, Outstanding> offers = new ConcurrentSkipListMap<>();

  OfferTable() {}

  /** The channel's entrance. */
  @Incoming("offers")
  void read(ConsumerRecords<byte[], byte[]> records) {
    for (ConsumerRecord<byte[], byte[]> record : records) {
      try {
        read(record);
      } catch (RuntimeException e) {
        LOG.warnf(
            "record %s-%d@%d skipped: %s",
            record.topic(), record.partition(), record.offset(), e.getMessage());
      }
    }
  }

  /** All of them, by framework and number. */
  public Collection<Outstanding> all() {
    return Collections.unmodifiableCollection(offers.values());
  }

  /** How many a framework has. */
  public int countOf(FrameworkId framework) {
    return offers.subMap(new Id(framework, 0, 0), new Id(framework, Integer.MAX_VALUE, 0)).size();
  }

  private void read(ConsumerRecord<byte[], byte[]> record) {
    String name = CloudEvents.type(record.headers());
    @Nullable RecordType type = name == null ? null : RecordType.ofName(name);
    if (type == RecordType.OFFER) {
      ResourceOffer offer = RecordCodec.decode(record.value(), ResourceOffer.class);
      offers.put(
          new Id(offer.framework(), record.partition(), offer.offer()),
          new Outstanding(offer, record.timestamp()));
    } else if (type == RecordType.OFFER_ENDED) {
      OfferEnded ended = RecordCodec.decode(record.value(), OfferEnded.class);
      offers.remove(new Id(ended.framework(), record.partition(), ended.offer()));
    }
  }

  /**
   * An offer that has not been answered.
   *
   * @param offer what is offered
   * @param since in epoch milliseconds
   */
  public record Outstanding(ResourceOffer offer, long since) {}

  /** Numbers are unique in a cell. */
  private record Id(FrameworkId framework, int cell, long offer) implements Comparable<Id> {

    private static final Comparator<Id> ORDER =
        Comparator.comparing(Id::framework).thenComparingInt(Id::cell).thenComparingLong(Id::offer);

    @Override
    public int compareTo(Id other) {
      return ORDER.compare(this, other);
    }
  }
}
