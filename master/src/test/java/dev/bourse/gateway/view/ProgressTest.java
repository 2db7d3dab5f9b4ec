package dev.bourse.gateway.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class ProgressTest {

  private final Progress progress = new Progress();

  @Test
  void shouldBeThereWhenThereIsNothingToRead() {
    assertThat(caughtUp()).isFalse();
    progress.expect(Map.of());
    assertThat(caughtUp()).isTrue();
  }

  @Test
  void shouldWaitForEveryPartition() {
    apply(0, 9);
    progress.expect(Map.of(partition(0), 9L, partition(1), 4L));
    assertThat(caughtUp()).isFalse();

    apply(1, 3);
    assertThat(caughtUp()).isFalse();
    apply(1, 4);
    assertThat(caughtUp()).isTrue();
  }

  private boolean caughtUp() {
    return progress.caughtUp().toCompletableFuture().isDone();
  }

  private void apply(int partition, long offset) {
    progress.applied(new ConsumerRecord<>("t", partition, offset, new byte[0], new byte[0]));
    progress.check();
  }

  private static TopicPartition partition(int number) {
    return new TopicPartition("t", number);
  }
}
