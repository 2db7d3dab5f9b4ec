package dev.bourse.simulator.testkit;

import dev.bourse.sdk.Accept;
import dev.bourse.sdk.Offers;
import dev.bourse.sdk.Scheduler;
import dev.bourse.sdk.SchedulerDriver;
import dev.bourse.topics.framework.Capability;
import dev.bourse.topics.framework.FrameworkInfo;
import dev.bourse.topics.framework.RoleInfo;
import dev.bourse.topics.framework.TaskInfo;
import dev.bourse.topics.job.ProcessSpec;
import dev.bourse.topics.resources.Quantities;
import dev.bourse.topics.resources.Resources;
import dev.bourse.topics.scheduler.CallRefused;
import dev.bourse.topics.scheduler.FrameworkSubscribed;
import dev.bourse.topics.scheduler.OfferEnded;
import dev.bourse.topics.scheduler.ResourceOffer;
import dev.bourse.topics.scheduler.SessionEnded;
import dev.bourse.topics.scheduler.TaskUpdate;
import dev.bourse.topics.task.TaskState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Launches tasks {@code t0}, {@code t1} and so on while it wants some, and notes what it hears. */
final class TestScheduler implements Scheduler {

  static final Quantities AMOUNT = Quantities.parse("cpus:1;memory:256;disk:1024");

  final List<ResourceOffer> offers = new ArrayList<>();
  final List<OfferEnded> ended = new ArrayList<>();
  final List<TaskUpdate> updates = new ArrayList<>();
  final List<CallRefused> refused = new ArrayList<>();
  final List<SessionEnded> sessions = new ArrayList<>();
  private final boolean answers;
  private int wanted;
  private int launched;

  private TestScheduler(int wanted, boolean answers) {
    this.wanted = wanted;
    this.answers = answers;
  }

  /** Takes what it is offered until it has so many tasks, and declines what it does not want. */
  static TestScheduler wanting(int tasks) {
    return new TestScheduler(tasks, true);
  }

  /** Does not answer offers. */
  static TestScheduler silent() {
    return new TestScheduler(0, false);
  }

  static FrameworkInfo info(String role, Duration failover, Capability... capabilities) {
    return new FrameworkInfo(
        "test",
        List.of(RoleInfo.of(role)),
        List.of(capabilities),
        failover.toMillis(),
        null,
        null,
        null,
        null,
        null);
  }

  static TaskInfo task(String name) {
    return TaskInfo.of(
        name, Resources.parse("cpus:1;memory:256;disk:1024"), ProcessSpec.of(List.of("work")));
  }

  @Override
  public void subscribed(SchedulerDriver driver, FrameworkSubscribed session) {
    driver.reconcile();
  }

  @Override
  public void resourceOffers(SchedulerDriver driver, List<ResourceOffer> some) {
    offers.addAll(some);
    if (!answers) {
      return;
    }
    for (ResourceOffer offer : some) {
      Accept accept = Accept.of(offer);
      while (wanted > 0 && Offers.take(accept.left(), AMOUNT).isPresent()) {
        accept.launch(
            TaskInfo.of(
                "t" + launched++,
                Offers.take(accept.left(), AMOUNT).get(),
                ProcessSpec.of(List.of("work"))));
        wanted--;
      }
      driver.accept(accept);
    }
  }

  @Override
  public void offerEnded(SchedulerDriver driver, OfferEnded offer) {
    ended.add(offer);
  }

  @Override
  public void statusUpdate(SchedulerDriver driver, TaskUpdate update) {
    updates.add(update);
  }

  @Override
  public void refused(SchedulerDriver driver, CallRefused call) {
    refused.add(call);
  }

  @Override
  public void disconnected(SchedulerDriver driver, SessionEnded session) {
    sessions.add(session);
  }

  List<TaskState> statesOf(String task) {
    return updates.stream().filter(u -> u.task().equals(task)).map(TaskUpdate::state).toList();
  }
}
