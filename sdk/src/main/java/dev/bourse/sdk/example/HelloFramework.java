package dev.bourse.sdk.example;

import dev.bourse.sdk.Accept;
import dev.bourse.sdk.KafkaSchedulerDriver;
import dev.bourse.sdk.Offers;
import dev.bourse.sdk.Scheduler;
import dev.bourse.sdk.SchedulerDriver;
import dev.bourse.topics.framework.FrameworkInfo;
import dev.bourse.topics.framework.TaskInfo;
import dev.bourse.topics.framework.TaskRef;
import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.job.ProcessSpec;
import dev.bourse.topics.resources.Quantities;
import dev.bourse.topics.resources.Resources;
import dev.bourse.topics.scheduler.FrameworkSubscribed;
import dev.bourse.topics.scheduler.ResourceOffer;
import dev.bourse.topics.scheduler.TaskUpdate;
import dev.bourse.topics.task.TaskState;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;

/**
 * An example: runs a command so many times, one task in each piece of an offer that is large
 * enough, and again when it ends badly. It tears itself down when all have ended well.
 */
public final class HelloFramework implements Scheduler {

  private final Quantities amount;
  private final List<String> command;
  private final int count;
  private final TreeSet<String> running = new TreeSet<>();
  private int toLaunch;
  private int launched;
  private int finished;

  /** Runs a command so many times; it needs little. */
  public HelloFramework(int count, List<String> command) {
    this(Quantities.parse("cpus:0.1;memory:32"), count, command);
  }

  /** Runs a command that needs an amount so many times. */
  public HelloFramework(Quantities amount, int count, List<String> command) {
    this.amount = amount;
    this.count = count;
    this.command = List.copyOf(command);
    this.toLaunch = count;
  }

  @Override
  public void subscribed(SchedulerDriver driver, FrameworkSubscribed session) {
    driver.reconcile(running.stream().map(task -> new TaskRef(task, null)).toList());
  }

  @Override
  public void resourceOffers(SchedulerDriver driver, List<ResourceOffer> offers) {
    for (ResourceOffer offer : offers) {
      Accept accept = Accept.of(offer).refuse(Duration.ofHours(1));
      while (toLaunch > 0 && Offers.take(accept.left(), amount).isPresent()) {
        accept.launch(task(Offers.take(accept.left(), amount).get()));
      }
      driver.accept(accept); // without an operation it is declined
    }
    if (toLaunch == 0) {
      driver.suppress();
    }
  }

  private TaskInfo task(Resources resources) {
    String task = "hello-" + launched++;
    toLaunch--;
    running.add(task);
    return TaskInfo.of(task, resources, ProcessSpec.of(command));
  }

  @Override
  public void statusUpdate(SchedulerDriver driver, TaskUpdate update) {
    if (!update.state().isTerminal() || !running.remove(update.task())) {
      return; // it goes on, or has been told before
    }
    if (update.state() == TaskState.FINISHED) {
      finished++;
    } else {
      toLaunch++;
      driver.after(Duration.ofSeconds(1), driver::revive);
    }
    if (finished == count) {
      driver.teardown();
    }
  }

  /** What came of it. */
  public String summary() {
    return finished + " of " + count + " finished, in " + launched + " launches";
  }

  /** Arguments: bootstrap servers, how many times, and the command. */
  public static void main(String... args) {
    List<String> command = List.of(args).subList(2, args.length);
    HelloFramework hello = new HelloFramework(Integer.parseInt(args[1]), command);
    FrameworkId id = new FrameworkId("hello-" + ProcessHandle.current().pid());
    new KafkaSchedulerDriver(args[0], id, FrameworkInfo.of("hello", "default"), hello).run();
    System.out.println(hello.summary());
  }
}
