package dev.bourse.gateway.view;

import dev.bourse.topics.codec.RecordCodec;
import dev.bourse.topics.journal.JournalEntry;
import dev.bourse.topics.kafka.Keys;
import dev.bourse.topics.kafka.Topic;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What became of the records of {@code operations} since this gateway started. */
@Singleton
public final class Outcomes {

  /** Enough for everybody who may still ask: an outcome is asked for within seconds, or never. */
  private static final int MAX_REMEMBERED = 10_000;

  private static final Logger LOG = Logger.getLogger(Outcomes.class);

  /** What every journal entry about an operation contains. */
  private static final byte[] MARK = Keys.bytes('"' + Topic.OPERATIONS.suffix() + '"');

  private final Listeners<Position, Outcome> listeners = new Listeners<>();
  private final Map<Position, Outcome> known =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Position, Outcome> eldest) {
          return size() > MAX_REMEMBERED;
        }
      };

  Outcomes() {}

  /** The channel's entrance. */
  @Incoming("journal")
  void read(ConsumerRecords<byte[], byte[]> records) {
    for (ConsumerRecord<byte[], byte[]> record : records) {
      try {
        read(record.value());
      } catch (RuntimeException e) {
        LOG.warnf(
            "record %s-%d@%d skipped: %s",
            record.topic(), record.partition(), record.offset(), e.getMessage());
      }
    }
  }

  /** What could not be decoded or applied is on the dead letters and may have no journal entry. */
  void reject(Position position, String reason) {
    learn(position, new Outcome(reason));
  }

  /**
   * Waits until it is known what became of records.
   *
   * @return one for each position; null where it was not known in time
   */
  public List<@Nullable Outcome> await(List<Position> positions, Duration limit)
      throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    List<@Nullable Outcome> outcomes = new ArrayList<>();
    for (Position position : positions) {
      outcomes.add(await(position, end - System.nanoTime()));
    }
    return outcomes;
  }

  private @Nullable Outcome await(Position position, long nanos) throws InterruptedException {
    CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    try (var _ = listeners.add(position, outcome::complete)) {
      // What happened before the listener was there.
      Outcome before = get(position);
      if (before != null) {
        return before;
      }
      return outcome.get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      return null;
    } catch (ExecutionException e) {
      throw new IllegalStateException("nothing completes a wait with a failure", e);
    }
  }

  /** What became of the record at this position; null when that is not known. */
  @Nullable Outcome get(Position position) {
    synchronized (known) {
      return known.get(position);
    }
  }

  /** Most entries are about other topics, and need not be decoded to see it. */
  private void read(byte[] value) {
    if (!contains(value, MARK)) {
      return;
    }
    JournalEntry entry = RecordCodec.decode(value, JournalEntry.class);
    if (Topic.OPERATIONS.suffix().equals(entry.topic())) {
      learn(new Position(entry.partition(), entry.offset()), new Outcome(entry.rejection()));
    }
  }

  private void learn(Position position, Outcome outcome) {
    synchronized (known) {
      known.putIfAbsent(position, outcome);
    }
    listeners.fire(position, outcome);
  }

  private static boolean contains(byte[] text, byte[] wanted) {
    for (int start = 0; start <= text.length - wanted.length; start++) {
      int same = 0;
      while (same < wanted.length && text[start + same] == wanted[same]) {
        same++;
      }
      if (same == wanted.length) {
        return true;
      }
    }
    return false;
  }

  /**
   * What became of a record.
   *
   * @param rejection why it was not applied; null when it was
   */
  public record Outcome(@Nullable String rejection) {}
}
