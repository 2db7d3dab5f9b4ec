package dev.bourse.simulator.testkit;

import dev.bourse.sdk.KafkaSchedulerDriver;
import dev.bourse.sdk.Scheduler;
import dev.bourse.sdk.SchedulerDriver;
import dev.bourse.sdk.SchedulerHost;
import dev.bourse.sdk.SchedulerSession;
import dev.bourse.simulator.log.Bytes;
import dev.bourse.simulator.log.Partition;
import dev.bourse.simulator.log.SimLog;
import dev.bourse.simulator.log.SimRecord;
import dev.bourse.simulator.world.Chance;
import dev.bourse.simulator.world.World;
import dev.bourse.topics.codec.RecordCodec;
import dev.bourse.topics.command.Command;
import dev.bourse.topics.command.SchedulerCall;
import dev.bourse.topics.command.TeardownFramework;
import dev.bourse.topics.framework.FrameworkInfo;
import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.kafka.Topic;
import dev.bourse.topics.liveness.FrameworkHeartbeat;
import dev.bourse.topics.scheduler.SchedulerEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A framework that is offered resources, on a simulated cluster: the protocol of the SDK, with
 * topics that take a little while. What it is told comes in order on each of its two topics, and
 * between them in any; what it calls arrives in order.
 *
 * <p>What the scheduler throws comes out of {@link SimulatedCluster#advance}, or of whatever let
 * time pass, and has ended its process.
 *
 * @param <S> its class
 */
public final class SimulatedScheduler<S extends Scheduler> {

  private static final int CELL = 0;
  private static final long SLOWEST_MILLIS = 20;

  private final FrameworkId id;
  private final FrameworkInfo info;
  private final KafkaSchedulerDriver.Options options;
  private final Supplier<S> supplier;
  private final World world;
  private final SimLog log;
  private final Chance chance;
  private final Consumer<FrameworkHeartbeat> signs;
  private final Wire calls;
  private final Wire heartbeats;
  private final Reader offers;
  private final Reader updates;
  private final List<SchedulerEvent> told = new ArrayList<>();
  private S scheduler;
  private SchedulerSession session;
  private boolean up;
  private boolean cutOff;
  private int life;

  SimulatedScheduler(
      FrameworkId id,
      FrameworkInfo info,
      KafkaSchedulerDriver.Options options,
      Supplier<S> supplier,
      World world,
      SimLog log,
      Chance chance,
      Consumer<FrameworkHeartbeat> signs) {
    this.id = id;
    this.info = info;
    this.options = options;
    this.supplier = supplier;
    this.world = world;
    this.log = log;
    this.chance = chance;
    this.signs = signs;
    this.calls = new Wire(world, chance.split(), this::lose);
    this.heartbeats = new Wire(world, chance.split(), this::lose);
    this.offers = new Reader(log.offers(), chance.split());
    this.updates = new Reader(log.updates(), chance.split());
    this.scheduler = supplier.get();
    this.session = newSession(0);
  }

  private SchedulerSession newSession(int living) {
    return new SchedulerSession(
        id, info, scheduler, List.of(CELL), options.manualAcknowledgement(), new Host(living));
  }

  /** The scheduler that runs, or the one that ran last. */
  public S get() {
    return scheduler;
  }

  /** The id of the framework. */
  public FrameworkId id() {
    return id;
  }

  /** For calls of the test's own, as if the scheduler had made them. */
  public SchedulerDriver driver() {
    return session.driver();
  }

  /** Whether its process is there: on a cluster, whether {@code run} has not returned. */
  public boolean isRunning() {
    return up;
  }

  /** What has come to it on its topics, in all of its lives, the oldest first. */
  public List<SchedulerEvent> told() {
    return List.copyOf(told);
  }

  /** What has come to it of one kind, in all of its lives, the oldest first. */
  public <E extends SchedulerEvent> List<E> told(Class<E> kind) {
    return told.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** Its process ends at once. What it knew, and what it had not sent yet, is lost. */
  public void crash() {
    if (up) {
      world.note(id.value(), "crashes");
      end();
      calls.drop();
      heartbeats.drop();
    }
  }

  /** A new one starts under the same id, unless one runs. */
  public void start() {
    if (up) {
      return;
    }
    world.note(id.value(), "starts");
    up = true;
    if (life > 0) {
      scheduler = supplier.get();
    }
    session = newSession(life);
    offers.seek();
    updates.seek();
    session.start();
  }

  /** Says goodbye and ends, as {@link SchedulerDriver#stop} and {@code close} do. */
  public void stop() {
    if (up) {
      world.note(id.value(), "stops");
      session.driver().stop();
      end();
    }
  }

  /**
   * Neither calls nor news come through, until {@link #heal}; its tasks go on. What it calls waits;
   * after two minutes its process ends, as on a cluster, since it cannot write.
   */
  public void partition() {
    world.note(id.value(), "is cut off");
    cut(true);
  }

  /** It reaches the log again. */
  public void heal() {
    world.note(id.value(), "is not cut off any more");
    cut(false);
    offers.arrange();
    updates.arrange();
  }

  private void cut(boolean now) {
    cutOff = now;
    calls.cut(now);
    heartbeats.cut(now);
  }

  private void lose() {
    world.note(id.value(), "could not write for too long");
    calls.drop();
    heartbeats.drop();
    end();
  }

  /** Nothing of this life happens any more, but what it has said arrives. */
  private void end() {
    up = false;
    life++;
  }

  /** Has the process do something, which may be its last. */
  private void run(Runnable action) {
    try {
      action.run();
    } catch (RuntimeException | Error e) {
      crash();
      throw e;
    }
    if (up && session.isOver()) {
      world.note(id.value(), "is over");
      end();
    }
  }

  private void hear(SchedulerEvent event) {
    world.note(id.value(), "hears %s", event);
    told.add(event);
    run(() -> session.event(CELL, event));
  }

  /** Reads one topic from where its end was when the process started. */
  private final class Reader {

    private final Partition partition;
    private final Chance when;
    private int position;
    private int arrangedIn = -1;

    private Reader(Partition partition, Chance when) {
      this.partition = partition;
      this.when = when;
      partition.onAppend(this::arrange);
    }

    private void seek() {
      position = partition.size();
    }

    private void arrange() {
      if (!up || arrangedIn == life) {
        return;
      }
      int living = life;
      arrangedIn = living;
      world.after(
          when.between(1, SLOWEST_MILLIS),
          () -> {
            if (living == life) {
              arrangedIn = -1;
              poll(living);
            }
          });
    }

    private void poll(int living) {
      int end = cutOff ? position : partition.size();
      while (position < end && living == life) {
        SimRecord record = partition.get(position++);
        if (record.key().equals(id.value())) {
          hear(decoded((SchedulerEvent) record.value()));
        }
      }
      if (living == life) {
        run(session::flush);
      }
    }

    /** As it is after it has travelled. */
    private SchedulerEvent decoded(SchedulerEvent event) {
      return RecordCodec.decode(RecordCodec.encode(event), event.getClass());
    }
  }

  private final class Host implements SchedulerHost {

    private final int living;

    private Host(int living) {
      this.living = living;
    }

    @Override
    public void send(int cell, SchedulerCall call) {
      write(call);
    }

    @Override
    public void send(int cell, TeardownFramework teardown) {
      write(teardown);
    }

    private void write(Command call) {
      if (living == life) {
        world.note(id.value(), "says %s", call);
        Bytes record = Bytes.of(call);
        calls.write(() -> log.input(Topic.ACCEPTS).append(world.now(), id.value(), record));
      }
    }

    @Override
    public void send(int cell, FrameworkHeartbeat sign) {
      if (living == life) {
        heartbeats.write(() -> signs.accept(sign));
      }
    }

    @Override
    public Instant now() {
      return Instant.ofEpochMilli(world.now());
    }

    @Override
    public void after(Duration delay, Runnable action) {
      world.after(
          delay.toMillis(),
          () -> {
            if (living == life) {
              run(action);
            }
          });
    }

    @Override
    public String newSession() {
      return Long.toHexString(chance.bits());
    }
  }
}
