package dev.bourse.core.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.core.state.JobRow;
import dev.bourse.core.testing.Jobs;
import dev.bourse.core.testing.Rows;
import dev.bourse.topics.job.Backoff;
import dev.bourse.topics.job.RetryPolicy;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RetryDelayTest {

  @Test
  void shouldUseTheWholeRangeOfTheJitterAndNothingBeyond() {
    JobRow job = job(new Backoff(1_000, 2_000, 60_000, 5), 0);

    List<Long> delays =
        LongStream.range(0, 1_000)
            .map(seed -> RetryDelay.millis(job, true, seed))
            .sorted()
            .distinct()
            .boxed()
            .toList();

    assertThat(delays).isEqualTo(LongStream.rangeClosed(995, 1_005).boxed().toList());
  }

  @Test
  void shouldBeTheSameForTheSameSeed() {
    JobRow job = job(Backoff.DEFAULT, 3);

    assertThat(RetryDelay.millis(job, true, 42)).isEqualTo(RetryDelay.millis(job, true, 42));
  }

  @Test
  void shouldBeExactWithoutJitter() {
    assertThat(RetryDelay.millis(job(new Backoff(1_000, 3_000, 60_000, 0), 2), true, 7))
        .isEqualTo(9_000);
    assertThat(RetryDelay.millis(job(new Backoff(0, 2_000, 0, 1_000), 2), true, 7)).isZero();
  }

  @Test
  void shouldNeverBeNegativeWithFullJitter() {
    JobRow job = job(new Backoff(10, 1_000, 10, 1_000), 0);

    assertThat(LongStream.range(0, 1_000).map(seed -> RetryDelay.millis(job, true, seed)))
        .allMatch(delay -> delay >= 0 && delay <= 20);
  }

  @Test
  void shouldNotTakeTheJobsOwnBackOffForTheFaultsOfTheCluster() {
    JobRow job = job(new Backoff(3_600_000, 1_000, 3_600_000, 0), 0);
    JobRow lostTwice =
        job.withProgress(job.progress().launched().requeued(1, false, null, null).launched());

    assertThat(RetryDelay.millis(lostTwice, false, 1)).isBetween(1_800L, 2_200L);
  }

  private static JobRow job(Backoff backoff, int failures) {
    RetryPolicy policy = new RetryPolicy(9, backoff, List.of(), List.of());
    JobRow job = Rows.waiting(Jobs.job("a").retry(policy), "a", 1);
    JobRow.Progress progress = job.progress();
    for (int i = 0; i < failures; i++) {
      progress = progress.launched().requeued(1, true, null, null);
    }
    return job.withProgress(progress);
  }
}
