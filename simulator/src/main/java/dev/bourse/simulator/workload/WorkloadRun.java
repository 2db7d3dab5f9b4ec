package dev.bourse.simulator.workload;

import dev.bourse.core.Envelope;
import dev.bourse.core.Outcome;
import dev.bourse.core.StateMachine;
import dev.bourse.core.context.Position;
import dev.bourse.core.state.AgentRow;
import dev.bourse.core.state.JobRow;
import dev.bourse.core.state.table.Tables;
import dev.bourse.simulator.world.Story;
import dev.bourse.simulator.world.World;
import dev.bourse.topics.command.CancelJob;
import dev.bourse.topics.command.Command;
import dev.bourse.topics.command.DeregisterAgent;
import dev.bourse.topics.command.RegisterAgent;
import dev.bourse.topics.command.ReportStatus;
import dev.bourse.topics.command.SubmitJob;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.JobId;
import dev.bourse.topics.job.Fingerprint;
import dev.bourse.topics.order.KillTask;
import dev.bourse.topics.order.LaunchTask;
import dev.bourse.topics.order.Order;
import dev.bourse.topics.task.Reason;
import dev.bourse.topics.task.TaskExit;
import dev.bourse.topics.task.TaskState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runs a workload through the real core, in virtual time. Machines are models that do nothing
 * wrong: what is launched starts, runs for as long as it does, and ends.
 */
public final class WorkloadRun {

  private static final String TOPIC = "workload";
  private static final int TERMINATED = 15;

  private final Workload workload;
  private final World world;
  private final StateMachine machine = new StateMachine(new Tables());
  private final Meter meter = new Meter();
  private final Map<JobId, Arrival> arrivals = new HashMap<>();
  private final Map<Long, Attempt> attempts = new HashMap<>();
  private final Map<AgentId, Integer> incarnations = new HashMap<>();
  private long inputs;
  private int expected;
  private long tickAt = Long.MAX_VALUE;

  /** An attempt that was launched and has not ended. */
  private static final class Attempt {
    private final LaunchTask launch;
    private long startedAt;
    private boolean over;

    private Attempt(LaunchTask launch) {
      this.launch = launch;
    }
  }

  private WorkloadRun(Workload workload) {
    this.workload = workload;
    this.world = new World(new Story(1, null), workload.begin());
  }

  /** Runs it until every job has ended that can. */
  public static Meter of(Workload workload) {
    WorkloadRun run = new WorkloadRun(workload);
    run.run();
    return run.meter;
  }

  private void run() {
    if (workload.arrivals().isEmpty()) {
      return;
    }
    Command settle = machine.settle(workload.settings());
    if (settle != null) {
      step(settle, null);
    }
    workload.agents().forEach(change -> world.at(change.at(), () -> change(change)));
    for (Arrival arrival : workload.arrivals()) {
      arrivals.put(arrival.id(), arrival);
      world.at(arrival.at(), () -> arrive(arrival));
    }
    expected = workload.arrivals().size();
    boolean more = true;
    while (more && !isSettled()) {
      more = world.next();
    }
  }

  /** Nothing runs, and nothing can happen to what waits. */
  private boolean isSettled() {
    if (expected > 0 || !attempts.isEmpty() || machine.state().cell().allocationPending()) {
      return false;
    }
    for (JobRow job : machine.state().jobs()) {
      if (!job.isPending()) {
        return false;
      }
    }
    return machine.state().jobs().isEmpty() || world.now() >= lastChange();
  }

  private long lastChange() {
    return workload.agents().isEmpty() ? 0 : workload.agents().getLast().at();
  }

  private void arrive(Arrival arrival) {
    expected--;
    input(new SubmitJob(arrival.id(), arrival.spec(), Fingerprint.of(arrival.spec())));
    if (arrival.cancelAt() > 0) {
      world.at(arrival.cancelAt(), () -> input(new CancelJob(arrival.id(), null)));
    }
  }

  private void change(AgentChange change) {
    AgentId agent = change.agent();
    if (change.resources() == null) {
      String incarnation = "model-" + incarnations.getOrDefault(agent, 0);
      attempts.values().removeIf(attempt -> drop(attempt, agent));
      input(new DeregisterAgent(agent, incarnation, 1, null));
      return;
    }
    AgentRow known = machine.state().agent(agent);
    int incarnation = incarnations.merge(agent, 1, Integer::sum);
    attempts.values().removeIf(attempt -> drop(attempt, agent));
    input(
        new RegisterAgent(
            agent,
            "model-" + incarnation,
            1,
            agent.value(),
            change.resources(),
            change.attributes(),
            "none",
            null,
            machine.state().cell().epochs(),
            known == null ? null : known.registration(),
            List.of(),
            null,
            null));
  }

  private static boolean drop(Attempt attempt, AgentId agent) {
    boolean there = attempt.launch.agent().equals(agent);
    attempt.over |= there;
    return there;
  }

  private void input(Command command) {
    step(command, new Position(TOPIC, 0, inputs++));
  }

  private void step(Command command, @Nullable Position position) {
    Outcome outcome = machine.step(new Envelope(command, position, world.now()));
    meter.take(outcome, machine.state());
    outcome.orders().forEach(this::obey);
    arrangeTick();
  }

  private void arrangeTick() {
    long due = Long.MAX_VALUE;
    if (machine.isTickDue(world.now())) {
      due = world.now();
    } else if (!machine.state().timers().isEmpty()) {
      due = machine.state().timers().getFirst().dueAt();
    }
    if (due < tickAt) {
      tickAt = due;
      long at = due;
      world.at(at, () -> tick(at));
    }
  }

  private void tick(long at) {
    if (tickAt != at) {
      return;
    }
    tickAt = Long.MAX_VALUE;
    if (machine.isTickDue(world.now())) {
      step(machine.tick(), null);
    } else {
      arrangeTick();
    }
  }

  private void obey(Order order) {
    switch (order) {
      case LaunchTask launch -> {
        Attempt attempt = new Attempt(launch);
        attempts.put(launch.epoch(), attempt);
        world.after(workload.launchMillis(), () -> start(attempt));
      }
      case KillTask kill -> {
        Attempt attempt = attempts.get(kill.epoch());
        if (attempt != null) {
          world.after(0, () -> end(attempt, TaskState.KILLED, null, TERMINATED));
        }
      }
      default -> {}
    }
  }

  private void start(Attempt attempt) {
    if (attempt.over) {
      return;
    }
    attempt.startedAt = world.now();
    report(attempt, 1, TaskState.RUNNING, null, null);
    Run run = doing(attempt);
    if (run.millis() < Run.FOREVER) {
      TaskState state = run.exitCode() == 0 ? TaskState.FINISHED : TaskState.FAILED;
      world.after(run.millis(), () -> end(attempt, state, run.exitCode(), null));
    }
  }

  private Run doing(Attempt attempt) {
    Arrival arrival = arrivals.get(attempt.launch.job());
    if (arrival == null) {
      throw new IllegalStateException("there is no arrival of " + attempt.launch.job());
    }
    return arrival.run(attempt.launch.attempt());
  }

  private void end(
      Attempt attempt, TaskState state, @Nullable Integer exitCode, @Nullable Integer signal) {
    if (attempt.over) {
      return;
    }
    attempt.over = true;
    attempts.remove(attempt.launch.epoch());
    long begin = attempt.startedAt == 0 ? world.now() : attempt.startedAt;
    report(
        attempt,
        2,
        state,
        Reason.COMMAND_ENDED,
        new TaskExit(exitCode, signal, begin, world.now()));
  }

  private void report(
      Attempt attempt,
      long sequence,
      TaskState state,
      @Nullable Reason reason,
      @Nullable TaskExit exit) {
    LaunchTask launch = attempt.launch;
    input(
        new ReportStatus(
            launch.agent(),
            launch.task(),
            launch.attempt(),
            launch.epoch(),
            sequence,
            state,
            reason,
            null,
            attempt.startedAt,
            exit));
  }
}
