package dev.bourse.simulator.agent;

import dev.bourse.agent.machine.Action;
import dev.bourse.agent.machine.AttemptKey;
import dev.bourse.agent.machine.Event;
import dev.bourse.agent.machine.ProcessEnd;
import dev.bourse.agent.machine.RecoveredAttempt;
import dev.bourse.agent.machine.RecoveredAttempt.Fate;
import dev.bourse.simulator.world.Chance;
import dev.bourse.simulator.world.Coverage;
import dev.bourse.simulator.world.Situation;
import dev.bourse.simulator.world.World;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.job.JobSpec;
import dev.bourse.topics.order.LaunchTask;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The disk of a machine and the processes on it: what is there without the agent. */
final class Machinery {

  private static final long NOTICE_MILLIS = 50;

  private final AgentId id;
  private final World world;
  private final Chance chance;
  private final Coverage coverage;
  private final Ledger ledger;
  private final TreeMap<AttemptKey, SimProcess> processes = new TreeMap<>();
  private SimDisk disk = new SimDisk(0);
  private int boot = 1;
  private @Nullable Consumer<Event> agent;
  private Function<LaunchTask, Behaviour> commands = Behaviour::of;

  Machinery(AgentId id, World world, Chance chance, Coverage coverage, Ledger ledger) {
    this.id = id;
    this.world = world;
    this.chance = chance;
    this.coverage = coverage;
    this.ledger = ledger;
  }

  void obeys(Function<LaunchTask, Behaviour> newCommands) {
    commands = newCommands;
  }

  SimDisk disk() {
    return disk;
  }

  int boot() {
    return boot;
  }

  boolean isBusy() {
    return !processes.isEmpty();
  }

  boolean isIdle() {
    return processes.isEmpty() && disk.folders.isEmpty();
  }

  void losePower(Chance fate) {
    boot++;
    agent = null;
    List.copyOf(processes.values()).forEach(SimProcess::cut);
    disk.losePower(fate);
  }

  void wipe(int next) {
    boot++;
    agent = null;
    disk = new SimDisk(next);
    List.copyOf(processes.values()).forEach(SimProcess::cut);
  }

  /** The supervisor starts; it makes its claim, and the command runs. */
  void start(LaunchTask launch) {
    AttemptKey key = AttemptKey.of(launch);
    SimFolder folder = disk.folder(key);
    if (folder.claimedByAgent) {
      return;
    }
    folder.claimedBySupervisor = true;
    ledger.started(id, launch);
    processes.put(
        key, new SimProcess(key, commands.apply(launch), world, chance, this::processIsOver));
  }

  private void processIsOver(SimProcess process, int status) {
    processes.remove(process.key);
    world.note(id.value(), "%s ends with %d", process.key, status);
    ledger.ended(id, process.key, status);
    SimFolder folder = disk.find(process.key);
    if (folder == null || folder.boot != boot) {
      return;
    }
    if (!disk.full || chance.oneIn(2)) {
      folder.exit = status;
      folder.exitedAt = world.now();
    }
    if (agent == null) {
      coverage.mark(Situation.PROCESS_ENDED_WITHOUT_ITS_AGENT);
    }
    notice(process.key);
  }

  /** The agent learns of it, if it is there then. */
  private void notice(AttemptKey key) {
    Consumer<Event> listener = agent;
    if (listener != null) {
      world.after(
          chance.between(1, NOTICE_MILLIS),
          () -> {
            if (listener == agent) {
              listener.accept(new Event.ProcessEnded(key, end(key)));
            }
          });
    }
  }

  private ProcessEnd end(AttemptKey key) {
    SimFolder folder = disk.find(key);
    return folder == null || folder.exit == null
        ? ProcessEnd.unseen(world.now(), "the supervisor has left no exit code")
        : ProcessEnd.seen(folder.exit, folder.exitedAt);
  }

  void signal(AttemptKey key, Action.Signal signal) {
    SimProcess process = processes.get(key);
    if (process == null) {
      return;
    }
    switch (signal) {
      case TERM -> process.term();
      case KILL -> {
        coverage.mark(Situation.KILL_NEEDED_FORCE);
        process.kill();
      }
    }
  }

  /** The agent that is told of what ends from now on; null for none. */
  void watchedBy(@Nullable Consumer<Event> listener) {
    agent = listener;
  }

  /** What an agent finds on the disk when it starts. */
  List<RecoveredAttempt> recover(long now) {
    List<RecoveredAttempt> found = new ArrayList<>();
    for (var entry : disk.folders.entrySet()) {
      SimFolder folder = entry.getValue();
      long grace =
          folder.launch == null
              ? JobSpec.DEFAULT_KILL_GRACE_MILLIS
              : folder.launch.killGraceMillis();
      found.add(
          new RecoveredAttempt(
              entry.getKey(),
              folder.startedAt,
              folder.killRequestedAt == null ? grace : folder.killGraceMillis,
              folder.killRequestedAt,
              fate(entry.getKey(), folder, now)));
    }
    return found;
  }

  private Fate fate(AttemptKey key, SimFolder folder, long now) {
    if (folder.outcome != null) {
      return new Fate.Reported(folder.outcome);
    }
    if (folder.exit != null) {
      return new Fate.Ended(end(key));
    }
    if (folder.boot != boot) {
      return new Fate.Ended(ProcessEnd.unseen(now, "the machine was started anew while this ran"));
    }
    if (folder.claim()) {
      coverage.mark(Situation.RECOVERED_BEFORE_ITS_START);
      return new Fate.NotStarted();
    }
    return processes.containsKey(key) ? new Fate.Running() : new Fate.Ended(end(key));
  }
}
