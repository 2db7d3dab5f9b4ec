package dev.bourse.gateway.view;

import dev.bourse.topics.id.JobId;
import dev.bourse.topics.view.JobView;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Waits for a job to become what somebody waits for. Nothing polls: the channels complete the
 * waits.
 */
@Singleton
public final class JobWaits {

  private final JobTable jobs;
  private final Rejections rejections;

  JobWaits(JobTable jobs, Rejections rejections) {
    this.jobs = jobs;
    this.rejections = rejections;
  }

  /**
   * Waits until a record of {@code submissions} has been applied and its job satisfies a condition,
   * or until the record was rejected, or for as long as the limit says.
   *
   * @param id the job
   * @param position of the record
   * @param settled whether a row needs not to know of the record, since nothing about it can change
   *     any more: a job that is over is not published again when its document comes again
   * @param condition is asked about rows that know of the record
   * @param limit how long at most
   */
  public Outcome await(
      JobId id,
      Position position,
      Predicate<JobView> settled,
      Predicate<JobView> condition,
      Duration limit)
      throws InterruptedException {
    CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    Consumer<JobView> check =
        job -> {
          boolean knows = Position.parse(job.position()).isAtLeast(position) || settled.test(job);
          if (knows && condition.test(job)) {
            outcome.complete(new Outcome(job, null));
          }
        };
    Consumer<String> reject = reason -> outcome.complete(new Outcome(null, reason));
    try (var _ = rejections.listen(position, reject);
        var _ = jobs.listen(id, row -> check.accept(row.view()))) {
      // What happened before the listeners were there.
      acceptIfPresent(rejections.reason(position), reject);
      acceptIfPresent(jobs.get(id), check);
      return outcome.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return Outcome.TIMED_OUT;
    } catch (ExecutionException e) {
      throw new IllegalStateException("nothing completes a wait with a failure", e);
    }
  }

  private static <T> void acceptIfPresent(@Nullable T value, Consumer<T> consumer) {
    if (value != null) {
      consumer.accept(value);
    }
  }

  /**
   * How a wait ended: with the job, with the reason of the rejection, or with neither when the time
   * was up.
   *
   * @param job as it was when it satisfied the condition
   * @param rejection why the record was not applied
   */
  public record Outcome(@Nullable JobView job, @Nullable String rejection) {

    static final Outcome TIMED_OUT = new Outcome(null, null);
  }
}
