package dev.bourse.simulator.fault;

import dev.bourse.simulator.agent.SimAgent;
import dev.bourse.simulator.load.Pipelines;
import dev.bourse.simulator.load.Schedulers;
import dev.bourse.simulator.load.Users;
import dev.bourse.simulator.log.Bytes;
import dev.bourse.simulator.log.SimLog;
import dev.bourse.simulator.log.SimRecord;
import dev.bourse.simulator.master.SimMaster;
import dev.bourse.simulator.world.Chance;
import dev.bourse.simulator.world.World;
import dev.bourse.topics.codec.RecordType;
import dev.bourse.topics.command.RegisterAgent;
import dev.bourse.topics.command.Settings;
import dev.bourse.topics.kafka.Topic;
import dev.bourse.topics.resources.Resources;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Makes things go wrong, until it is told to stop. */
public final class Nemesis {

  private static final long MINUTE = 60_000;

  private final World world;
  private final Chance chance;
  private final SimLog log;
  private final SimMaster master;
  private final List<SimAgent> agents;
  private final Users users;
  private final Pipelines pipelines;
  private final Schedulers schedulers;
  private final Supplier<Settings> settings;
  private final long meanMillis;
  private boolean over;

  /**
   * One that waits.
   *
   * @param settings what an operator may come up with
   * @param meanMillis between two faults of one kind
   */
  public Nemesis(
      World world,
      Chance chance,
      SimLog log,
      SimMaster master,
      List<SimAgent> agents,
      Users users,
      Pipelines pipelines,
      Schedulers schedulers,
      Supplier<Settings> settings,
      long meanMillis) {
    this.world = world;
    this.chance = chance;
    this.log = log;
    this.master = master;
    this.agents = agents;
    this.users = users;
    this.pipelines = pipelines;
    this.schedulers = schedulers;
    this.settings = settings;
    this.meanMillis = meanMillis;
  }

  /** Begins with these kinds of faults. */
  public void begin(Set<Fault> faults) {
    for (Fault fault : Fault.values()) {
      if (faults.contains(fault)) {
        arrange(fault);
      }
    }
  }

  /** Stops, and puts everything right. */
  public void end(Resources usual) {
    over = true;
    master.setClocks();
    for (SimAgent agent : agents) {
      agent.network().slow(0);
      agent.network().repeat(0);
      agent.cutOff(false);
      agent.fillDisk(false);
      agent.setClock();
      agent.crashAfter(0);
      agent.readEverything();
      if (agent.hasMissedOrders() || !agent.resources().equals(usual)) {
        agent.offer(usual);
        agent.crash();
      }
      keepUp(agent, world.now() + 30 * MINUTE);
    }
  }

  /** One that is about to stop is started again once it has. */
  private void keepUp(SimAgent agent, long until) {
    agent.start();
    if (world.now() < until) {
      world.after(MINUTE, () -> keepUp(agent, until));
    }
  }

  private void arrange(Fault fault) {
    world.after(
        chance.between(1, 2 * meanMillis),
        () -> {
          if (!over) {
            strike(fault);
            arrange(fault);
          }
        });
  }

  private void strike(Fault fault) {
    SimAgent agent = chance.of(agents);
    int process = chance.below(master.size());
    switch (fault) {
      case MASTER_CRASH -> {
        if (chance.oneIn(2)) {
          master.crash(process, chance.between(1, MINUTE));
        } else {
          master.crashBeforeCommit(chance.between(1, MINUTE));
        }
      }
      case MASTER_OUTAGE -> {
        long down = chance.between(1, 2 * MINUTE);
        for (int i = 0; i < master.size(); i++) {
          master.crash(i, down);
        }
      }
      case MASTER_PAUSE -> master.pause(process, chance.between(1, 10_000));
      case TRANSACTION_ABORT -> master.abort();
      case STEP_FAILURE -> master.breakDown();
      case RECONFIGURATION -> master.configure(settings.get());
      case AGENT_CRASH -> crash(agent);
      case AGENT_HANG -> agent.hang(chance.between(1, 2 * MINUTE));
      case POWER_LOSS -> losePower(agent);
      case DISK_LOSS -> {
        if (chance.oneIn(2)) {
          registerLate(agent);
        }
        agent.wipe();
        startLater(agent, 5 * MINUTE);
      }
      case PARTITION -> cutOff(agent);
      case RACK_LOSS -> agents.subList(0, Math.max(1, agents.size() / 3)).forEach(this::cutOff);
      case CLOCK_JUMP -> jump(agent, process);
      case DISK_FULL -> {
        agent.fillDisk(true);
        world.after(chance.between(1, 5 * MINUTE), () -> agent.fillDisk(false));
      }
      case DISK_SLOW -> agent.hang(chance.between(10, 3_000));
      case SLOW_NETWORK -> {
        agent.network().slow(chance.between(20, 20_000));
        world.after(chance.between(1, 5 * MINUTE), () -> agent.network().slow(0));
      }
      case DUPLICATES -> {
        agent.network().repeat((int) chance.between(1, 4));
        world.after(chance.between(1, 5 * MINUTE), () -> agent.network().repeat(0));
      }
      case POISON -> users.poison();
      case AGENT_RESTART -> {
        agent.stop(chance.oneIn(2));
        startLater(agent, 5 * MINUTE);
      }
      case ORDER_GARBLED -> agent.garbleNextLaunch();
      case RESIZE -> resize(agent);
      case FRAMEWORK_CRASH -> {
        pipelines.crash(world, chance.between(1, 5 * MINUTE));
        schedulers.crash();
      }
    }
  }

  private void crash(SimAgent agent) {
    if (chance.oneIn(2)) {
      agent.crash();
    } else {
      agent.crashAfter((int) chance.between(1, 6));
    }
    startLater(agent, chance.oneIn(5) ? 20 * MINUTE : MINUTE);
  }

  private void losePower(SimAgent agent) {
    agent.losePower();
    startLater(agent, chance.oneIn(3) ? 20 * MINUTE : 3 * MINUTE);
  }

  /** What the agent said before its disk was lost arrives once more, after what it says then. */
  private void registerLate(SimAgent agent) {
    SimRecord last = log.input(Topic.MEMBERSHIP).last(agent.id().value(), Nemesis::isRegistration);
    if (last != null) {
      world.after(
          chance.between(1, 5 * MINUTE),
          () -> log.input(Topic.MEMBERSHIP).append(world.now(), last.key(), last.value()));
    }
  }

  private static boolean isRegistration(SimRecord record) {
    return record.value() instanceof RegisterAgent
        || (record.value() instanceof Bytes bytes
            && RecordType.REGISTER_AGENT.ceType().equals(bytes.ceType()));
  }

  private void startLater(SimAgent agent, long atMost) {
    world.after(chance.between(1, atMost), agent::start);
  }

  private void cutOff(SimAgent agent) {
    agent.cutOff(true);
    long millis = chance.oneIn(3) ? chance.between(1, 20 * MINUTE) : chance.between(1, MINUTE);
    world.after(millis, () -> agent.cutOff(false));
  }

  private void jump(SimAgent agent, int process) {
    long millis = chance.between(-5 * MINUTE, 5 * MINUTE);
    if (chance.oneIn(2)) {
      agent.jump(millis);
    } else {
      master.jump(process, millis);
    }
  }

  private void resize(SimAgent agent) {
    agent.offer(Resources.parse("cpus:" + chance.between(1, 8) + ";memory:8192;disk:16384"));
    agent.crash();
    startLater(agent, MINUTE);
  }
}
