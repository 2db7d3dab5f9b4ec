package dev.bourse.gateway.view;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** How far the tables have been read, and whether that is as far as they went at start. */
@Singleton
public final class Progress {

  private final ConcurrentMap<TopicPartition, Long> applied = new ConcurrentHashMap<>();
  private final CompletableFuture<Void> caughtUp = new CompletableFuture<>();
  private volatile @Nullable Map<TopicPartition, Long> goals;

  /** A record is in its table. */
  void applied(ConsumerRecord<?, ?> record) {
    applied.put(new TopicPartition(record.topic(), record.partition()), record.offset());
  }

  /** Some records are; looks whether that was all. */
  void check() {
    Map<TopicPartition, Long> wanted = goals;
    if (wanted != null
        && !caughtUp.isDone()
        && wanted.entrySet().stream().allMatch(g -> isReached(g.getKey(), g.getValue()))) {
      caughtUp.complete(null);
    }
  }

  /** The last record of each partition that has any. */
  void expect(Map<TopicPartition, Long> lastOffsets) {
    goals = Map.copyOf(lastOffsets);
    check();
  }

  /** Done when the tables are as far as they went at start. */
  CompletionStage<Void> caughtUp() {
    return caughtUp;
  }

  private boolean isReached(TopicPartition partition, long offset) {
    return applied.getOrDefault(partition, -1L) >= offset;
  }
}
