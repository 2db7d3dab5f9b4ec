package dev.bourse.core.decide;

import static dev.bourse.core.testing.Agents.register;
import static dev.bourse.core.testing.Jobs.job;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.core.event.AllocationCompleted;
import dev.bourse.core.event.JobRetryDue;
import dev.bourse.core.event.OfferAccepted;
import dev.bourse.core.event.OfferMade;
import dev.bourse.core.event.TaskLaunched;
import dev.bourse.core.state.JobRow;
import dev.bourse.core.testing.ClusterFixture;
import dev.bourse.core.testing.Jobs;
import dev.bourse.core.testing.Reports;
import dev.bourse.topics.command.ReportStatus;
import dev.bourse.topics.id.JobId;
import dev.bourse.topics.job.Backoff;
import dev.bourse.topics.job.JobState;
import dev.bourse.topics.job.RetryPolicy;
import dev.bourse.topics.task.Attempt;
import dev.bourse.topics.task.Reason;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What follows an attempt that did not succeed. */
class RetryTest {

  private final ClusterFixture cluster = new ClusterFixture();

  @Test
  void shouldRetryAsOftenAsTheJobSaysAndThenFail() {
    given(job("a").retries(2));

    for (int attempt = 1; attempt <= 3; attempt++) {
      assertThat(cluster.launchOf("a").attempt()).isEqualTo(attempt);
      assertThat(cluster.job("a").state()).isEqualTo(JobState.QUEUED);
      fail(attempt);
      cluster.afterAll(Duration.ofMinutes(10));
    }

    assertThat(cluster.job("a").state()).isEqualTo(JobState.FAILED);
    assertThat(cluster.job("a").attempts()).isEqualTo(3);
    assertThat(cluster.job("a").message()).isEqualTo("exit code 3");
    assertThat(cluster.taskOf("a").earlier()).extracting(Attempt::attempt).containsExactly(1, 2);
  }

  @Test
  void shouldFailAtOnceWithoutARetryPolicy() {
    given(job("a"));

    fail(1);

    assertThat(cluster.job("a").state()).isEqualTo(JobState.FAILED);
  }

  @Test
  void shouldWaitForTheBackOffAndThenRunAgain() {
    given(job("a").retry(exactly(1, 2_000)));
    fail(1);
    assertThat(cluster.job("a").retryAt()).isEqualTo(cluster.now() + 2_000);
    assertThat(cluster.job("a").reason()).isEqualTo(Reason.COMMAND_ENDED);

    cluster.after(Duration.ofMillis(1_999));
    assertThat(cluster.isTickDue()).isFalse();

    cluster.after(Duration.ofMillis(1));
    cluster
        .tick()
        .thenKinds(
            JobRetryDue.class,
            OfferMade.class,
            OfferAccepted.class,
            TaskLaunched.class,
            AllocationCompleted.class)
        .thenTables("JOBS/a", "TASKS/a.0");
    assertThat(cluster.job("a").retryAt()).isZero();
  }

  @Test
  void shouldRetryAtOnceWhenThereIsNoBackOff() {
    given(job("a").retry(exactly(1, 0)));
    fail(1);

    cluster.settle();

    assertThat(cluster.launchOf("a").attempt()).isEqualTo(2);
  }

  @Test
  void shouldWaitLongerFromRetryToRetryWithinTheJitter() {
    given(job("a").retries(12));

    for (int retry = 1; retry <= 12; retry++) {
      fail(1);
      long wait = cluster.job("a").retryAt() - cluster.now();
      long middle = Math.min(300_000, 1_000L << (retry - 1));
      assertThat(wait).isBetween(middle * 9 / 10, middle * 11 / 10);
      cluster.afterAll(Duration.ofMillis(wait));
    }
  }

  @Test
  void shouldSpreadTheRetriesOfJobsThatFailTogether() {
    given(job("a").retries(1), job("b").retries(1));

    cluster.given(Reports.of(cluster.launchOf("a")).failed(1));
    cluster.given(Reports.of(cluster.launchOf("b")).failed(1));

    assertThat(cluster.job("a").retryAt()).isNotEqualTo(cluster.job("b").retryAt());
  }

  @Test
  void shouldRetryOnlyOnTheExitCodesThatTheJobNames() {
    given(
        job("named").retriesOn(1, List.of(75), List.of()),
        job("other").retriesOn(1, List.of(75), List.of()));

    cluster.given(Reports.of(cluster.launchOf("named")).failed(75));
    cluster.given(Reports.of(cluster.launchOf("other")).failed(1));

    assertThat(cluster.job("named").state()).isEqualTo(JobState.QUEUED);
    assertThat(cluster.job("other").state()).isEqualTo(JobState.FAILED);
  }

  @Test
  void shouldRetryOnlyOnTheReasonsThatTheJobNames() {
    given(
        job("named").retriesOn(1, List.of(), List.of(Reason.LAUNCH_FAILED)),
        job("other").retriesOn(1, List.of(), List.of(Reason.LAUNCH_FAILED)));

    cluster.given(Reports.of(cluster.launchOf("named")).launchFailed());
    cluster.given(Reports.of(cluster.launchOf("other")).failed(1));

    assertThat(cluster.job("named").state()).isEqualTo(JobState.QUEUED);
    assertThat(cluster.job("other").state()).isEqualTo(JobState.FAILED);
  }

  @Test
  void shouldNotCountWhatIsTheClustersFault() {
    given(job("a").retriesOn(1, List.of(1), List.of()));

    for (int i = 0; i < 5; i++) {
      cluster.given(Reports.of(cluster.launchOf("a")).dropped());
      assertThat(cluster.job("a").state()).isEqualTo(JobState.QUEUED);
      cluster.afterAll(Duration.ofMinutes(10));
    }
    JobRow.Progress progress = cluster.state().job(new JobId("a")).progress();
    assertThat(progress.attempts()).isEqualTo(6);
    assertThat(progress.failures()).isZero();

    fail(1);
    cluster.afterAll(Duration.ofMinutes(10));
    assertThat(cluster.launchOf("a").attempt()).isEqualTo(7);
    fail(1);
    assertThat(cluster.job("a").state()).isEqualTo(JobState.FAILED);
  }

  @Test
  void shouldRememberTheLastAttemptsOnly() {
    given(job("a").retry(exactly(JobRow.MAX_HISTORY + 2, 1)));

    for (int i = 0; i < JobRow.MAX_HISTORY + 2; i++) {
      fail(1);
      cluster.afterAll(Duration.ofMillis(1));
    }

    assertThat(cluster.taskOf("a").earlier())
        .hasSize(JobRow.MAX_HISTORY)
        .extracting(Attempt::attempt)
        .startsWith(3)
        .endsWith(JobRow.MAX_HISTORY + 2);
  }

  @Test
  void shouldKeepTheStartOfTheFirstProcess() {
    given(job("a").retry(exactly(1, 0)));
    cluster.given(Reports.of(cluster.launchOf("a")).running());
    fail(1);
    assertThat(cluster.job("a").startedAt()).isEqualTo(Reports.STARTED_AT);
    cluster.settle();

    ReportStatus second = Reports.of(cluster.launchOf("a")).running();
    cluster.given(
        new ReportStatus(
            second.agent(),
            second.task(),
            second.attempt(),
            second.epoch(),
            second.sequence(),
            second.state(),
            null,
            null,
            Reports.STARTED_AT + 100,
            null));

    assertThat(cluster.job("a").startedAt()).isEqualTo(Reports.STARTED_AT);
    assertThat(cluster.taskOf("a").startedAt()).isEqualTo(Reports.STARTED_AT + 100);
  }

  private void given(Jobs... jobs) {
    cluster.given(register("n1"));
    for (Jobs job : jobs) {
      cluster.given(job.submit());
    }
  }

  private void fail(int exitCode) {
    cluster.given(Reports.of(cluster.launchOf("a")).sequence(9).failed(exitCode));
  }

  private static RetryPolicy exactly(int attempts, long millis) {
    return new RetryPolicy(attempts, new Backoff(millis, 1_000, millis, 0), List.of(), List.of());
  }
}
