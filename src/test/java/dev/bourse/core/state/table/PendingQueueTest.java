package dev.bourse.core.state.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.core.state.JobRow;
import dev.bourse.core.testing.Jobs;
import dev.bourse.core.testing.Rows;
import dev.bourse.topics.resources.Resources;
import org.junit.jupiter.api.Test;

class PendingQueueTest {

  private final PendingQueue queue = new PendingQueue();

  @Test
  void shouldFindTheFirstOfThoseThatFit() {
    JobRow big = add("big", "cpus:8", 1);
    JobRow small = add("small", "cpus:1", 2);
    add("also-small", "cpus:1", 3);

    assertThat(first("cpus:8")).isEqualTo(big);
    assertThat(first("cpus:4")).isEqualTo(small);
    assertThat(first("cpus:0.5")).isNull();
    assertThat(first("memory:9000")).isNull();
  }

  @Test
  void shouldPutPriorityBeforeArrivalAcrossLines() {
    add("early", "cpus:1", 1);
    JobRow urgent = Rows.waiting(Jobs.job("urgent").priority(60).resources("cpus:2"), "urgent", 2);
    queue.add(urgent);

    assertThat(first("cpus:2")).isEqualTo(urgent);
  }

  @Test
  void shouldForgetAJobThatIsTakenAway() {
    JobRow one = add("one", "cpus:1", 1);
    JobRow two = add("two", "cpus:1", 2);

    queue.remove(one);
    assertThat(first("cpus:1")).isEqualTo(two);
    assertThat(queue.all()).containsExactly(two);

    queue.remove(two);
    assertThat(first("cpus:1")).isNull();
    assertThat(queue.size()).isZero();
  }

  @Test
  void shouldCountAJobOnce() {
    JobRow job = add("a", "cpus:1", 1);
    queue.add(job.withPosition("0:9"));
    assertThat(queue.size()).isEqualTo(1);

    queue.remove(job);
    queue.remove(job);
    queue.remove(Rows.waiting("b", "cpus:3", 2));
    assertThat(queue.size()).isZero();
  }

  private JobRow add(String id, String resources, long order) {
    JobRow job = Rows.waiting(id, resources, order);
    queue.add(job);
    return job;
  }

  private JobRow first(String free) {
    return queue.firstFitting(Resources.parse(free), request -> true, 0);
  }
}
