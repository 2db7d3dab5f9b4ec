package dev.bourse.simulator.master;

import dev.bourse.core.Envelope;
import dev.bourse.core.Outcome;
import dev.bourse.core.StateMachine;
import dev.bourse.core.check.Invariants;
import dev.bourse.core.context.Position;
import dev.bourse.core.state.AgentRow;
import dev.bourse.core.state.FrameworkRow;
import dev.bourse.core.state.Row;
import dev.bourse.simulator.check.Violation;
import dev.bourse.simulator.log.Partition;
import dev.bourse.simulator.log.SimLog;
import dev.bourse.simulator.log.SimRecord;
import dev.bourse.simulator.world.Chance;
import dev.bourse.simulator.world.Coverage;
import dev.bourse.simulator.world.Situation;
import dev.bourse.simulator.world.World;
import dev.bourse.topics.codec.InvalidRecordException;
import dev.bourse.topics.command.Command;
import dev.bourse.topics.command.DisconnectFramework;
import dev.bourse.topics.command.MarkAgentUnreachable;
import dev.bourse.topics.command.Settings;
import dev.bourse.topics.kafka.Topic;
import dev.bourse.topics.view.AgentState;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the process does that leads: decode, decide, commit; look for silent agents. */
final class Leader {

  private static final int MAX_BATCH = 30;
  private static final long MAX_COMMIT_MILLIS = 10;
  private static final long LOOK_MILLIS = 1_000;
  private static final int CELL = 0;
  private static final int MAX_EVENT = 6;

  private final SimMaster master;
  private final World world;
  private final SimLog log;
  private final Chance chance;
  private final long agentTimeoutMillis;
  private final Coverage coverage;
  private final Committed watcher;
  private @Nullable Consumer<Instance> insteadOfCommit;
  private boolean breaksDown;

  Leader(
      SimMaster master,
      World world,
      SimLog log,
      Chance chance,
      long agentTimeoutMillis,
      Coverage coverage,
      Committed watcher) {
    this.master = master;
    this.world = world;
    this.log = log;
    this.chance = chance;
    this.agentTimeoutMillis = agentTimeoutMillis;
    this.coverage = coverage;
    this.watcher = watcher;
  }

  /** Begins a term. */
  void lead(Instance instance, Settings settings) {
    Command command = machine(instance).settle(settings);
    if (command != null) {
      step(instance, new Envelope(command, null, clock(instance)));
      coverage.mark(Situation.SETTINGS_CHANGED);
    }
    look(instance, instance.term);
    wake(instance, 1);
  }

  /** Has it look for work soon. */
  void wake(Instance instance, long millis) {
    long at = world.now() + Math.max(1, millis);
    if (instance.wakeAt <= at) {
      return;
    }
    instance.wakeAt = at;
    world.at(
        at,
        () -> {
          if (instance.wakeAt == at) {
            instance.wakeAt = Instance.NEVER;
            work(instance);
          }
        });
  }

  /** Takes in some records, and does what is due. */
  void work(Instance instance) {
    if (instance.machine == null || !instance.isReady()) {
      return;
    }
    for (long i = chance.between(1, MAX_BATCH); i > 0; i--) {
      Topic topic = nextInput(instance);
      if (topic == null) {
        break;
      }
      process(instance, topic);
    }
    if (machine(instance).isTickDue(clock(instance))) {
      step(instance, new Envelope(machine(instance).tick(), null, clock(instance)));
      if (machine(instance).isTickDue(clock(instance))) {
        coverage.mark(Situation.TICK_LEFT_OVER);
      }
    }
    arrangeNext(instance);
  }

  private void arrangeNext(Instance instance) {
    if (machine(instance).state().cell().allocationPending()
        && !machine(instance).isTickDue(clock(instance))) {
      throw new Violation("an allocation is to go on, and no tick is due for it");
    }
    if (nextInput(instance) != null) {
      wake(instance, 1);
    } else if (machine(instance).isTickDue(clock(instance))) {
      wake(instance, 10);
    } else if (!machine(instance).state().timers().isEmpty()) {
      long due = machine(instance).state().timers().getFirst().dueAt();
      wake(instance, due - clock(instance));
    }
  }

  private @Nullable Topic nextInput(Instance instance) {
    List<Topic> waiting = new ArrayList<>(SimLog.INPUTS.size());
    for (Topic topic : SimLog.INPUTS) {
      int position =
          instance.open == null
              ? master.positions().getOrDefault(topic, 0)
              : instance.open.position(topic);
      if (position < log.input(topic).size()) {
        waiting.add(topic);
      }
    }
    return waiting.isEmpty() ? null : chance.of(waiting);
  }

  private void process(Instance instance, Topic topic) {
    Transaction open = open(instance);
    Partition partition = log.input(topic);
    SimRecord input = partition.get(open.position(topic));
    open.consumed(topic);
    Position position = new Position(topic.suffix(), CELL, input.offset());
    try {
      Command command = Decoding.command(topic, CELL, input);
      Envelope envelope = new Envelope(command, position, clock(instance));
      // A submission that is set aside is gone; everything else is said again.
      if (breaksDown && topic != Topic.SUBMISSIONS) {
        breakDown(instance, envelope);
      } else {
        step(instance, envelope);
      }
    } catch (InvalidRecordException e) {
      coverage.mark(Situation.POISON_SET_ASIDE);
      open.setAside();
    }
  }

  /** The next step that may fails in its middle. */
  void breakDown() {
    breaksDown = true;
  }

  /** One record is set aside, and the state is as it was. */
  private void breakDown(Instance instance, Envelope envelope) {
    breaksDown = false;
    List<Row> before = new ArrayList<>(instance.tables.rows());
    instance.breakdown.at((int) chance.between(1, MAX_EVENT));
    try {
      step(instance, envelope);
    } catch (Breakdown.Failure e) {
      coverage.mark(Situation.STEP_BROKE_DOWN);
      List<String> violations = Invariants.check(instance.tables);
      if (!violations.isEmpty() || !before.equals(new ArrayList<>(instance.tables.rows()))) {
        throw new Violation(
            "after a step that broke down the state is not as before: " + violations);
      }
      open(instance).setAside();
    }
    instance.breakdown.at(0);
  }

  private void step(Instance instance, Envelope envelope) {
    Outcome outcome;
    try {
      outcome = machine(instance).step(envelope);
    } catch (Breakdown.Failure e) {
      throw e;
    } catch (RuntimeException e) {
      throw new Violation("the core cannot apply " + envelope, e);
    }
    if (machine(instance).state().cell().allocationPending()) {
      coverage.mark(Situation.ALLOCATION_LEFT_OVER);
    }
    watcher.decided(machine(instance).state(), outcome);
    open(instance).add(envelope, outcome);
  }

  /** The open transaction; a new one will be committed soon. */
  private Transaction open(Instance instance) {
    if (instance.open == null) {
      Transaction transaction = new Transaction(master.positions());
      instance.open = transaction;
      world.after(
          chance.between(0, MAX_COMMIT_MILLIS),
          () -> {
            if (instance.open == transaction && instance.isReady()) {
              commit(instance);
            }
          });
    }
    return instance.open;
  }

  /** What is to happen instead of the next commit that has anything in it. */
  void beforeCommit(Consumer<Instance> instead) {
    insteadOfCommit = instead;
  }

  /** What it has decided happens, if it still leads. */
  void commit(Instance instance) {
    if (!master.leads(instance)) {
      master.fenced(instance);
      return;
    }
    Transaction transaction = instance.open;
    Consumer<Instance> instead = insteadOfCommit;
    if (instead != null && transaction != null && !transaction.isEmpty()) {
      insteadOfCommit = null;
      instead.accept(instance);
      return;
    }
    instance.open = null;
    if (transaction != null && !transaction.isEmpty()) {
      master.release(instance, transaction);
    }
  }

  /** Now and then. */
  private void look(Instance instance, long term) {
    if (instance.machine == null || instance.term != term) {
      return;
    }
    if (instance.isReady()) {
      for (AgentRow agent : machine(instance).state().agents()) {
        report(instance, agent);
      }
      for (FrameworkRow framework : machine(instance).state().frameworks()) {
        report(instance, framework);
      }
    }
    world.after(LOOK_MILLIS, () -> look(instance, term));
  }

  private void report(Instance instance, AgentRow agent) {
    if (agent.state() == AgentState.REGISTERED) {
      long silent = instance.heard.silentMillis(agent.id(), agent.registration(), world.now());
      if (silent > agentTimeoutMillis) {
        open(instance).report(new MarkAgentUnreachable(agent.id(), agent.registration(), silent));
      }
    }
  }

  private void report(Instance instance, FrameworkRow framework) {
    if (framework.isConnected()) {
      long silent = instance.heard.silentMillis(framework.id(), framework.session(), world.now());
      long most = machine(instance).state().settings().offers().frameworkTimeoutMillis();
      if (silent > most) {
        open(instance)
            .report(
                new DisconnectFramework(
                    framework.id(), framework.session(), "it was silent for " + silent + " ms"));
      }
    }
  }

  private long clock(Instance instance) {
    return world.now() + instance.clockOffset;
  }

  private static StateMachine machine(Instance instance) {
    return Objects.requireNonNull(instance.machine);
  }
}
