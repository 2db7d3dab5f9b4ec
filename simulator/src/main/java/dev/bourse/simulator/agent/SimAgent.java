package dev.bourse.simulator.agent;

import dev.bourse.agent.machine.Action;
import dev.bourse.agent.machine.AgentMachine;
import dev.bourse.agent.machine.AgentProfile;
import dev.bourse.agent.machine.Event;
import dev.bourse.simulator.log.Partition;
import dev.bourse.simulator.log.SimLog;
import dev.bourse.simulator.log.SimRecord;
import dev.bourse.simulator.world.Chance;
import dev.bourse.simulator.world.Coverage;
import dev.bourse.simulator.world.Situation;
import dev.bourse.simulator.world.World;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.liveness.Heartbeat;
import dev.bourse.topics.order.ConfirmRegistration;
import dev.bourse.topics.order.KillTask;
import dev.bourse.topics.order.LaunchTask;
import dev.bourse.topics.order.Order;
import dev.bourse.topics.order.ShutdownAgent;
import dev.bourse.topics.resources.Attributes;
import dev.bourse.topics.resources.Resources;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A machine with the real agent machine on it. The loop around that machine, the disk, the
 * processes and the network are models; what they do is what the agent's own parts do.
 */
public final class SimAgent {

  private static final long HEARTBEAT_MILLIS = 10_000;
  private static final long NEVER = Long.MAX_VALUE;

  private final AgentId id;
  private final World world;
  private final Chance chance;
  private final Coverage coverage;
  private final Partition orders;
  private final Network network;
  private final Outlet outlet;
  private final Consumer<Heartbeat> heartbeats;
  private final Hands hands;
  private final Machinery machinery;
  private final Consumer<Event> listener = this::happened;
  private Resources resources;
  private int incarnation = 1;
  private long runs;
  private @Nullable AgentMachine machine;
  private int life;
  private int read;
  private int handledOnce;
  private boolean reading;
  private boolean hung;
  private boolean stopping;
  private boolean sentAway;
  private final Deque<Runnable> heldBack = new ArrayDeque<>();
  private long clockOffset;
  private long tickAt = NEVER;
  private int actionsToCrash;
  private boolean garbleNextLaunch;
  private boolean missedOrders;
  private final TreeSet<Long> garbled = new TreeSet<>();

  /** A machine that is off. */
  public SimAgent(
      String id,
      Resources resources,
      World world,
      SimLog log,
      Chance chance,
      Coverage coverage,
      boolean encodes,
      Consumer<Heartbeat> heartbeats,
      Ledger ledger) {
    this.id = new AgentId(id);
    this.resources = resources;
    this.world = world;
    this.chance = chance;
    this.coverage = coverage;
    this.orders = log.launches(this.id);
    this.network = new Network(encodes);
    this.outlet = new Outlet(id, world, log, chance.split(), network);
    this.heartbeats = heartbeats;
    this.machinery = new Machinery(this.id, world, chance.split(), coverage, ledger);
    this.hands = new Hands(this, machinery, outlet, world, chance.split(), coverage);
    orders.onAppend(this::arrangeRead);
  }

  /** What commands do on it; else what {@link Behaviour#of} says. */
  public void obeys(Function<LaunchTask, Behaviour> commands) {
    machinery.obeys(commands);
  }

  /** Its id. */
  public AgentId id() {
    return id;
  }

  /** How it reaches the log. */
  public Network network() {
    return network;
  }

  /** Whether the agent's process is there. */
  public boolean isUp() {
    return machine != null;
  }

  /** Whether nothing runs here and nothing is left to be said. */
  public boolean isIdle() {
    return sentAway
        ? !machinery.isBusy()
        : machine != null && machinery.isIdle() && outlet.next() == null;
  }

  /** Whether processes run here. */
  public boolean isBusy() {
    return machinery.isBusy();
  }

  /** What it offers. */
  public Resources resources() {
    return resources;
  }

  /** Offers something else from the next start on. */
  public void offer(Resources newResources) {
    resources = newResources;
  }

  /** Its disk takes nothing more, or has room again. */
  public void fillDisk(boolean full) {
    machinery.disk().full = full;
  }

  /** Starts the agent's process. */
  public void start() {
    if (machine != null) {
      return;
    }
    world.note(id.value(), "starts");
    life++;
    missedOrders = false;
    garbleNextLaunch = false;
    SimDisk.Position position = machinery.disk().position();
    read = position.next();
    AgentProfile profile =
        new AgentProfile(
            id,
            "incarnation-" + incarnation,
            ++runs,
            id.value() + ".sim",
            resources,
            Attributes.EMPTY,
            "none",
            "sim",
            HEARTBEAT_MILLIS,
            null,
            null);
    machine = new AgentMachine(profile);
    handle(new Event.Recovered(position.lastEpoch(), machinery.recover(clock())));
    if (machine != null) {
      machinery.watchedBy(listener);
      arrangeRead();
    }
  }

  /** The agent's process ends at once; tasks go on. */
  public void crash() {
    if (machine == null) {
      return;
    }
    if (machinery.isBusy()) {
      coverage.mark(Situation.AGENT_CRASHED_WITH_TASKS);
    }
    world.note(id.value(), "crashes");
    gone();
  }

  /** It crashes in the middle of what it does, after so many actions. */
  public void crashAfter(int actions) {
    actionsToCrash = actions;
  }

  /** It cannot read the next launch that it is sent. */
  public void garbleNextLaunch() {
    garbleNextLaunch = true;
  }

  /** From here on it can read what it is sent. */
  public void readEverything() {
    garbleNextLaunch = false;
  }

  /** Whether there were orders that it could not read since it started. */
  public boolean hasMissedOrders() {
    return missedOrders;
  }

  /** The machine is off; tasks are gone, and what was not yet on its disk. */
  public void losePower() {
    if (machinery.isBusy()) {
      coverage.mark(Situation.AGENT_LOST_POWER_WITH_TASKS);
    }
    world.note(id.value(), "loses power");
    gone();
    machinery.losePower(chance);
  }

  /** The machine is set up anew: another incarnation under the same name. */
  public void wipe() {
    world.note(id.value(), "is set up anew");
    coverage.mark(Situation.AGENT_LOST_ITS_DISK);
    gone();
    machinery.wipe(orders.size());
    incarnation++;
    runs = 0;
    handledOnce = 0;
  }

  /** The agent is asked to stop. */
  public void stop(boolean killTasks) {
    if (machine == null) {
      return;
    }
    stopping = true;
    world.note(id.value(), "is stopped, %s its tasks", killTasks ? "with" : "without");
    coverage.mark(Situation.AGENT_LEFT);
    happened(new Event.StopRequested(killTasks));
  }

  /** It stands still, and its tasks with it go on. */
  public void hang(long millis) {
    if (hung || machine == null) {
      return;
    }
    world.note(id.value(), "hangs for %d ms", millis);
    coverage.mark(Situation.AGENT_HUNG);
    hung = true;
    int living = life;
    world.after(
        millis,
        () -> {
          if (living == life) {
            recoverFromHang();
          }
        });
  }

  private void recoverFromHang() {
    hung = false;
    while (!hung && !heldBack.isEmpty()) {
      heldBack.remove().run();
    }
    arrangeTick();
    arrangeRead();
  }

  /** It is cut off from the log, or reaches it again. */
  public void cutOff(boolean cut) {
    network.cut(cut);
    if (cut) {
      coverage.mark(Situation.AGENT_PARTITIONED);
      world.note(id.value(), "is cut off");
    } else {
      world.note(id.value(), "reaches the log again");
      outlet.arrange();
      arrangeRead();
    }
  }

  /** Its clock is wrong by so much from now on. */
  public void jump(long millis) {
    world.note(id.value(), "sees its clock jump to %d ms off", millis);
    clockOffset = millis;
    arrangeTick();
  }

  /** Its clock is right. */
  public void setClock() {
    clockOffset = 0;
    arrangeTick();
  }

  long clock() {
    return world.now() + clockOffset;
  }

  private void gone() {
    life++;
    machine = null;
    machinery.watchedBy(null);
    stopping = false;
    hung = false;
    heldBack.clear();
    outlet.die();
    tickAt = NEVER;
    reading = false;
    actionsToCrash = 0;
  }

  /** The machine has said its last word. */
  void stopped() {
    world.note(id.value(), "has stopped");
    int living = life;
    // What it still has to say is sent before the process ends.
    world.after(
        1_000,
        () -> {
          if (living == life) {
            gone();
          }
        });
  }

  /** Something happened that the loop learns of, as soon as it can. */
  void happened(Event event) {
    if (machine == null) {
      return;
    }
    if (hung) {
      heldBack.add(() -> handle(event));
    } else {
      handle(event);
    }
  }

  private void handle(Event first) {
    Deque<Event> events = new ArrayDeque<>();
    events.add(first);
    while (!events.isEmpty() && machine != null) {
      for (Action action : machine.on(events.remove(), clock())) {
        if (actionsToCrash > 0 && --actionsToCrash == 0) {
          crash();
        }
        if (machine == null) {
          return;
        }
        Event answer = hands.carryOut(action, life, this::isLiving);
        if (answer != null) {
          events.add(answer);
        }
      }
    }
    arrangeTick();
  }

  private boolean isLiving(int then) {
    return then == life;
  }

  void beat(Heartbeat heartbeat) {
    if (!network.isCut()) {
      heartbeats.accept(heartbeat);
    }
  }

  private void arrangeTick() {
    AgentMachine present = machine;
    if (present == null || hung || present.nextDue() == NEVER) {
      return;
    }
    long at = Math.max(world.now() + 1, present.nextDue() - clockOffset);
    if (tickAt == at) {
      return;
    }
    tickAt = at;
    int living = life;
    world.at(
        at,
        () -> {
          if (living == life && tickAt == at && !hung) {
            tickAt = NEVER;
            handle(new Event.Tick());
          }
        });
  }

  private void arrangeRead() {
    if (reading || machine == null || hung || network.isCut() || read >= orders.size()) {
      return;
    }
    reading = true;
    int living = life;
    world.after(
        network.latency(chance),
        () -> {
          if (living == life) {
            reading = false;
            readNext();
          }
        });
  }

  private void readNext() {
    if (machine == null || hung || network.isCut()) {
      return;
    }
    SimRecord record = orders.get(read++);
    Order order = (Order) record.value();
    if (order.agent().equals(id) && !isGarbled(order)) {
      obey(order);
    }
    if (machine == null) {
      return;
    }
    if (!stopping) {
      // What a stopping agent ignores comes again after its restart.
      machinery.disk().write(new SimDisk.Position(read, machine.lastEpoch()));
    }
    if (machine.unwanted() != null) {
      stopping = true;
    }
    arrangeRead();
  }

  private boolean isGarbled(Order order) {
    if (!(order instanceof LaunchTask launch)) {
      return false;
    }
    if (garbleNextLaunch) {
      world.note(id.value(), "cannot read %s", order);
      garbleNextLaunch = false;
      garbled.add(launch.epoch());
      missedOrders = true;
    }
    return garbled.contains(launch.epoch());
  }

  private void obey(Order order) {
    if (read <= handledOnce) {
      coverage.mark(Situation.ORDER_CAME_AGAIN);
    }
    handledOnce = Math.max(handledOnce, read);
    switch (order) {
      case LaunchTask launch -> world.note(id.value(), "is to start %s", launch.task());
      case KillTask kill -> world.note(id.value(), "is to end %s", kill.task());
      case ShutdownAgent end -> {
        world.note(id.value(), "is not wanted any more: %s", end.message());
        coverage.mark(Situation.AGENT_SENT_AWAY);
        sentAway = true;
      }
      case ConfirmRegistration known -> sentAway = false;
      default -> {}
    }
    handle(new Event.OrderReceived(order));
  }
}
