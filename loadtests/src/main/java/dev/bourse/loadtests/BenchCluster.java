package dev.bourse.loadtests;

import dev.bourse.core.Envelope;
import dev.bourse.core.Outcome;
import dev.bourse.core.StateMachine;
import dev.bourse.core.context.Position;
import dev.bourse.core.state.table.Tables;
import dev.bourse.topics.command.AcceptOffers;
import dev.bourse.topics.command.ApplySettings;
import dev.bourse.topics.command.Command;
import dev.bourse.topics.command.DeclineOffers;
import dev.bourse.topics.command.RegisterAgent;
import dev.bourse.topics.command.ReportStatus;
import dev.bourse.topics.command.SchedulingSettings;
import dev.bourse.topics.command.Settings;
import dev.bourse.topics.command.SubmitJob;
import dev.bourse.topics.command.SubscribeFramework;
import dev.bourse.topics.framework.FrameworkInfo;
import dev.bourse.topics.framework.OfferOperation;
import dev.bourse.topics.framework.TaskInfo;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.id.JobId;
import dev.bourse.topics.job.JobSpec;
import dev.bourse.topics.job.ProcessSpec;
import dev.bourse.topics.job.RetryPolicy;
import dev.bourse.topics.order.LaunchTask;
import dev.bourse.topics.order.Order;
import dev.bourse.topics.resources.Attributes;
import dev.bourse.topics.resources.Resources;
import dev.bourse.topics.scheduler.OfferEnded;
import dev.bourse.topics.scheduler.ResourceOffer;
import dev.bourse.topics.scheduler.SchedulerEvent;
import dev.bourse.topics.task.Reason;
import dev.bourse.topics.task.TaskExit;
import dev.bourse.topics.task.TaskState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The real state machine in memory, with frameworks that answer only when they are told to. */
final class BenchCluster {

  /** What every machine has, and every task that fills one takes. */
  static final Resources MACHINE = Resources.parse("cpus:16;disk:524288;memory:65536");

  /** What no machine has: nothing is offered for as long as this is the least. */
  private static final String IMPOSSIBLE = "cpus:1000000";

  private static final long START = 1_767_225_600_000L;
  private static final long YEAR_MILLIS = 365L * 24 * 3_600_000;
  private static final String SESSION = "s1";
  private static final ProcessSpec PROCESS = ProcessSpec.of(List.of("/bin/sleep", "60"));

  private final StateMachine machine = new StateMachine(new Tables());
  private final TreeMap<String, TreeMap<Long, ResourceOffer>> offers = new TreeMap<>();
  private final TreeMap<AgentId, LaunchTask> launches = new TreeMap<>();
  private long now = START;
  private long offset;
  private int tasks;
  private int jobs;
  private long offersMade;

  /** How many offers have been made since it began. */
  long offersMade() {
    return offersMade;
  }

  /** One step, and those of the host that follow from it. */
  void step(Command command) {
    now++;
    boolean ofHost = command instanceof ApplySettings;
    take(
        machine.step(
            new Envelope(command, ofHost ? null : new Position("input", 0, offset++), now)));
    runDue();
  }

  private void runDue() {
    while (machine.isTickDue(now)) {
      take(machine.step(new Envelope(machine.tick(), null, now)));
    }
  }

  /** Lets time pass, and what is due then happen. */
  void pass(long millis) {
    now += millis;
    runDue();
  }

  private void take(Outcome outcome) {
    for (SchedulerEvent notice : outcome.notices()) {
      if (notice instanceof ResourceOffer offer) {
        offersMade++;
        offersTo(offer.framework().value()).put(offer.offer(), offer);
      } else if (notice instanceof OfferEnded ended) {
        Map<Long, ResourceOffer> there = offersTo(ended.framework().value());
        there.remove(ended.offer());
        if (there.isEmpty()) {
          offers.remove(ended.framework().value());
        }
      }
    }
    for (Order order : outcome.orders()) {
      if (order instanceof LaunchTask launch) {
        launches.put(launch.agent(), launch);
      }
    }
  }

  /** Everything that is free is offered from now on, or nothing. */
  static Settings settings(boolean offering) {
    SchedulingSettings usual = SchedulingSettings.DEFAULT;
    return Settings.DEFAULT.withScheduling(
        new SchedulingSettings(
            usual.offersPerStep(),
            0,
            usual.refuseMillis(),
            usual.allocationIntervalMillis(),
            offering ? usual.minAllocatable() : IMPOSSIBLE,
            usual.sorter(),
            usual.excludedResources(),
            0,
            usual.callBurst(),
            usual.heartbeatMillis(),
            usual.frameworkTimeoutMillis(),
            YEAR_MILLIS,
            YEAR_MILLIS,
            usual.reserveAfterMillis(),
            usual.preemptAfterMillis(),
            usual.preemptionsPerMinute(),
            0,
            null));
  }

  private Map<Long, ResourceOffer> offersTo(String framework) {
    return offers.computeIfAbsent(framework, id -> new TreeMap<>());
  }

  void register(int agent) {
    String name = "agent-" + agent;
    step(
        new RegisterAgent(
            new AgentId(name),
            "i1",
            1,
            name + ".example.com",
            MACHINE,
            Attributes.parse("rack:r" + agent % 40 + ";os:linux"),
            "none",
            "1",
            0,
            null,
            List.of(),
            null,
            null));
  }

  void subscribe(String name, FrameworkInfo info) {
    step(new SubscribeFramework(new FrameworkId(name), SESSION, info));
  }

  void submit(String role, Resources resources) {
    JobSpec spec =
        new JobSpec(
            null,
            new TreeMap<>(),
            role,
            PROCESS,
            resources,
            JobSpec.DEFAULT_PRIORITY,
            RetryPolicy.NONE,
            0,
            JobSpec.DEFAULT_KILL_GRACE_MILLIS,
            JobSpec.DEFAULT_LOG_CAP_BYTES,
            0);
    step(new SubmitJob(new JobId("job-" + jobs++), spec, "0"));
  }

  /** Those that have offers to answer. */
  List<String> holders() {
    return new ArrayList<>(offers.keySet());
  }

  Collection<LaunchTask> launches() {
    return launches.values();
  }

  /** Declines all that a framework has been offered, a thousand a call. */
  void decline(String framework, long refuseMillis) {
    for (List<Long> numbers : chunks(framework)) {
      step(new DeclineOffers(new FrameworkId(framework), SESSION, numbers, refuseMillis));
    }
  }

  private List<List<Long>> chunks(String framework) {
    List<Long> all = new ArrayList<>(offersTo(framework).keySet());
    List<List<Long>> chunks = new ArrayList<>();
    for (int i = 0; i < all.size(); i += 1_000) {
      chunks.add(List.copyOf(all.subList(i, Math.min(all.size(), i + 1_000))));
    }
    return chunks;
  }

  /** Every machine that is offered gets a task that fills it. */
  void fill() {
    for (String framework : holders()) {
      for (ResourceOffer offer : List.copyOf(offersTo(framework).values())) {
        TaskInfo task = TaskInfo.of("t" + tasks++, offer.resources(), PROCESS);
        step(
            new AcceptOffers(
                new FrameworkId(framework),
                SESSION,
                List.of(offer.offer()),
                List.of(OfferOperation.launch(List.of(task))),
                null));
      }
    }
  }

  /** The report that the newest task of an agent has ended. */
  ReportStatus end(LaunchTask launch) {
    return new ReportStatus(
        launch.agent(),
        launch.task(),
        launch.attempt(),
        launch.epoch(),
        1,
        TaskState.FINISHED,
        Reason.COMMAND_ENDED,
        null,
        now,
        new TaskExit(0, null, now, now));
  }
}
