package dev.bourse.simulator.testkit;

import dev.bourse.core.TableChange.PublicTable;
import dev.bourse.core.state.OfferRow;
import dev.bourse.sdk.JobFramework;
import dev.bourse.sdk.KafkaSchedulerDriver;
import dev.bourse.sdk.Scheduler;
import dev.bourse.simulator.agent.SimAgent;
import dev.bourse.simulator.check.Auditor;
import dev.bourse.simulator.history.Exporter;
import dev.bourse.simulator.history.SimulatedSource;
import dev.bourse.simulator.log.Bytes;
import dev.bourse.simulator.log.SimLog;
import dev.bourse.simulator.master.Rules;
import dev.bourse.simulator.master.SimMaster;
import dev.bourse.simulator.world.Chance;
import dev.bourse.simulator.world.Coverage;
import dev.bourse.simulator.world.Story;
import dev.bourse.simulator.world.World;
import dev.bourse.topics.codec.RecordType;
import dev.bourse.topics.command.CancelJob;
import dev.bourse.topics.command.Command;
import dev.bourse.topics.command.OperatorCommand;
import dev.bourse.topics.command.Settings;
import dev.bourse.topics.command.TeardownFramework;
import dev.bourse.topics.framework.FrameworkInfo;
import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.id.JobId;
import dev.bourse.topics.id.TaskId;
import dev.bourse.topics.job.JobState;
import dev.bourse.topics.kafka.Topic;
import dev.bourse.topics.resources.Quantities;
import dev.bourse.topics.view.AgentView;
import dev.bourse.topics.view.FrameworkView;
import dev.bourse.topics.view.JobView;
import dev.bourse.topics.view.RoleView;
import dev.bourse.topics.view.TaskView;
import dev.bourse.topics.view.View;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A whole cluster in one thread and in virtual time: the real core, the real agent machine, models
 * of the log, the disks, the processes and the network. Nothing happens until the test lets time
 * pass, and the same test is the same story every time.
 *
 * <p>What must always hold is checked after every step: a {@link
 * dev.bourse.simulator.check.Violation} from a method here is a defect of Bourse, not of the test.
 */
public final class SimulatedCluster {

  private static final long STEP_MILLIS = 1_000;
  private static final int STORY_LINES = 500;
  private static final int TOLD_LINES = 30;

  private final Story story = new Story(STORY_LINES, null);
  private final World world = new World(story);
  private final SimLog log = new SimLog();
  private final Coverage coverage = new Coverage();
  private final Chance chance;
  private final Auditor auditor;
  private final SimMaster master;
  private final TreeMap<String, SimulatedAgent> agents = new TreeMap<>();

  SimulatedCluster(SimulatedClusterBuilder wanted) {
    chance = new Chance(wanted.seed());
    auditor = new Auditor(Rules.ofTheCore(), coverage);
    master =
        new SimMaster(
            world,
            log,
            chance.split(),
            Rules.ofTheCore(),
            wanted.settings(),
            wanted.agentTimeout().toMillis(),
            coverage,
            auditor);
    master.start();
    for (int i = 0; i < wanted.agents(); i++) {
      SimAgent agent =
          new SimAgent(
              "n" + i,
              wanted.resources(),
              world,
              log,
              chance.split(),
              coverage,
              true,
              master::heartbeat,
              auditor.truth());
      agent.obeys(wanted.commands());
      agent.start();
      agents.put("n" + i, new SimulatedAgent(agent));
    }
  }

  /** What it is to be like. */
  public static SimulatedClusterBuilder builder() {
    return new SimulatedClusterBuilder();
  }

  /** Starts a framework. Each start of it, also after a crash, takes a new one from here. */
  public <F extends JobFramework> SimulatedFramework<F> start(Supplier<F> framework) {
    SimulatedFramework<F> started = new SimulatedFramework<>(framework, world, log, chance.split());
    started.start();
    return started;
  }

  /**
   * Starts a framework that is offered resources, with the driver's default options. Each start of
   * it, also after a crash, takes a new scheduler from here.
   *
   * @param info what it says of itself
   */
  public <S extends Scheduler> SimulatedScheduler<S> start(
      FrameworkId framework, FrameworkInfo info, Supplier<S> scheduler) {
    return start(framework, info, KafkaSchedulerDriver.Options.DEFAULT, scheduler);
  }

  /**
   * Starts a framework that is offered resources.
   *
   * @param options as for the driver; there is one cell here, and the prefix does not matter
   */
  public <S extends Scheduler> SimulatedScheduler<S> start(
      FrameworkId framework,
      FrameworkInfo info,
      KafkaSchedulerDriver.Options options,
      Supplier<S> scheduler) {
    SimulatedScheduler<S> started =
        new SimulatedScheduler<>(
            framework, info, options, scheduler, world, log, chance.split(), master::heartbeat);
    started.start();
    return started;
  }

  /**
   * Submits a job, as any producer would.
   *
   * @param document the job document, as JSON; it need not hold the id
   */
  public void submit(String id, String document) {
    byte[] value = document.getBytes(StandardCharsets.UTF_8);
    send(id, new Bytes(RecordType.SUBMIT_JOB.ceType(), value));
  }

  /** Asks for the end of a job. */
  public void cancel(String id) {
    send(id, Bytes.of(new CancelJob(new JobId(id), null)));
  }

  private void send(String id, Bytes record) {
    log.input(Topic.SUBMISSIONS).append(world.now(), id, record);
  }

  /** Says what operators say: weights, quota, drains and so on. */
  public void operate(OperatorCommand command) {
    say(command);
  }

  /** An operator ends a framework: its tasks are killed, and its id is retired. */
  public void tearDown(FrameworkId framework) {
    say(new TeardownFramework(framework, null));
  }

  private void say(Command command) {
    world.note("operator", "says %s", command);
    log.input(Topic.OPERATIONS).append(world.now(), "operator", Bytes.of(command));
  }

  /** The operator configures something else; the masters start again with it. */
  public void configure(Settings settings) {
    master.configure(settings);
  }

  /** An agent, by its name: {@code n0}, {@code n1} and so on. */
  public SimulatedAgent agent(String name) {
    SimulatedAgent agent = agents.get(name);
    if (agent == null) {
      throw new IllegalArgumentException(
          "agent: is '" + name + "', but must be one of " + agents.keySet());
    }
    return agent;
  }

  /** The agent on which a job has an attempt; an error when it has none. */
  public SimulatedAgent agentOf(String job) {
    for (TaskView task : tasks()) {
      if (new JobId(job).equals(task.job()) && !task.state().isTerminal()) {
        return agent(task.agent().value());
      }
    }
    throw new IllegalArgumentException("job: '" + job + "' has no attempt on any agent" + told());
  }

  /** The agent on which a task of a framework is; an error when it is on none. */
  public SimulatedAgent agentOf(FrameworkId framework, String task) {
    TaskView view = frameworkTask(framework, task);
    if (view == null || view.state().isTerminal()) {
      throw new IllegalArgumentException("task: '" + task + "' is on no agent" + told());
    }
    return agent(view.agent().value());
  }

  /** The leading master ends at once and comes back after a while; a standby takes over. */
  public void crashMaster(Duration down) {
    master.crash(master.leader(), down.toMillis());
  }

  /** No master is there for a while. */
  public void stopMasters(Duration down) {
    for (int i = 0; i < master.size(); i++) {
      master.crash(i, down.toMillis());
    }
  }

  /** Lets time pass, with everything that happens in it. */
  public void advance(Duration duration) {
    world.runUntil(world.now() + duration.toMillis());
  }

  /**
   * Lets time pass until something holds; it is looked at every second.
   *
   * @param what is awaited, for the error
   * @throws AssertionError when it does not hold in time, with the last lines of the story
   */
  public void advanceUntil(String what, BooleanSupplier holds, Duration atMost) {
    long end = world.now() + atMost.toMillis();
    while (!holds.getAsBoolean()) {
      if (world.now() >= end) {
        throw new AssertionError("not within " + atMost + ": " + what + told());
      }
      world.runUntil(Math.min(end, world.now() + STEP_MILLIS));
    }
  }

  /** What the clocks show. */
  public Instant now() {
    return Instant.ofEpochMilli(world.now());
  }

  /** A job as users see it, or null. */
  public @Nullable JobView job(String id) {
    return (JobView) log.row(PublicTable.JOBS, id);
  }

  /** All jobs as users see them, in order of their ids. */
  public List<JobView> jobs() {
    return table(PublicTable.JOBS, JobView.class);
  }

  /** The ids of all jobs in a state, in order. */
  public List<String> jobs(JobState state) {
    return jobs().stream().filter(job -> job.state() == state).map(JobView::key).toList();
  }

  /** The task of a job as users see it, or null when it was never launched. */
  public @Nullable TaskView taskOf(String job) {
    for (TaskView task : tasks()) {
      if (new JobId(job).equals(task.job())) {
        return task;
      }
    }
    return null;
  }

  /** All tasks as users see them, in order of their ids. */
  public List<TaskView> tasks() {
    return table(PublicTable.TASKS, TaskView.class);
  }

  /** All frameworks as users see them, in order of their ids. */
  public List<FrameworkView> frameworks() {
    return table(PublicTable.FRAMEWORKS, FrameworkView.class);
  }

  /** A framework as users see it, or null. */
  public @Nullable FrameworkView framework(FrameworkId id) {
    return (FrameworkView) log.row(PublicTable.FRAMEWORKS, id.value());
  }

  /** The tasks of a framework as users see them, in order of their names. */
  public List<TaskView> frameworkTasks(FrameworkId framework) {
    return tasks().stream().filter(task -> framework.equals(task.framework())).toList();
  }

  /** A task of a framework as users see it, by the framework's name for it, or null. */
  public @Nullable TaskView frameworkTask(FrameworkId framework, String task) {
    return (TaskView) log.row(PublicTable.TASKS, TaskId.of(framework, task).value());
  }

  /** What is set for roles, as users see it, in order of their names. */
  public List<RoleView> roles() {
    return table(PublicTable.ROLES, RoleView.class);
  }

  /** What the tasks of a role use, those of jobs and of frameworks. */
  public Quantities held(String role) {
    Quantities held = Quantities.EMPTY;
    for (TaskView task : tasks()) {
      if (task.role().equals(role) && !task.state().isTerminal()) {
        held = held.plus(task.resources().quantities());
      }
    }
    return held;
  }

  /** The offers that have been made to frameworks and are not answered, in order of their age. */
  public List<OfferRow> offers() {
    return auditor.state().offers().stream().filter(offer -> offer.framework() != null).toList();
  }

  /** The offers that a framework has not answered, in order of their age. */
  public List<OfferRow> offers(FrameworkId framework) {
    return auditor.state().offersOf(framework);
  }

  /** All agents as users see them, in order of their ids. */
  public List<AgentView> agents() {
    return table(PublicTable.AGENTS, AgentView.class);
  }

  /**
   * Writes its whole history into a folder, for {@code bourse replay --from}, {@code bourse why
   * --from} and the like.
   */
  public void export(Path folder) {
    new Exporter(folder).export(new SimulatedSource(log));
  }

  /** What happened lately, oldest first. */
  public List<String> story() {
    return story.lines();
  }

  private <V extends View> List<V> table(PublicTable table, Class<V> type) {
    return log.table(table).values().stream().map(type::cast).toList();
  }

  private String told() {
    List<String> lines = new ArrayList<>(story.lines());
    return lines.stream()
        .skip(Math.max(0, lines.size() - TOLD_LINES))
        .reduce("\n", (text, line) -> text + line + "\n");
  }
}
