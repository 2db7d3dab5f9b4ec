package dev.bourse.cli.it;

import static org.awaitility.Awaitility.await;

import dev.bourse.sdk.KafkaSchedulerDriver;
import dev.bourse.sdk.Scheduler;
import dev.bourse.topics.framework.FrameworkInfo;
import dev.bourse.topics.id.FrameworkId;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A framework in a thread of the test. */
final class RunningFramework implements AutoCloseable {

  private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

  private final KafkaSchedulerDriver driver;
  private final FutureTask<Void> run;

  RunningFramework(Workbench bench, String id, FrameworkInfo info, Scheduler scheduler) {
    driver =
        new KafkaSchedulerDriver(
            bench.cluster().bootstrapServers(), new FrameworkId(id), info, scheduler);
    run = new FutureTask<>(driver::run, null);
    Thread.ofPlatform().name("framework-" + id).start(run);
  }

  boolean isOver() {
    return run.isDone();
  }

  /** Fails when the driver has failed, or goes on for longer. */
  void awaitEnd(Duration limit) throws ExecutionException, InterruptedException, TimeoutException {
    run.get(limit.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    driver.close();
    await("the end of the driver").atMost(STOP_LIMIT).until(run::isDone);
  }
}
