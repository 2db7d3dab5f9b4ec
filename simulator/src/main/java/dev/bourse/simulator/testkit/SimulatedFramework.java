package dev.bourse.simulator.testkit;

import dev.bourse.core.TableChange;
import dev.bourse.core.TableChange.PublicTable;
import dev.bourse.sdk.JobClient;
import dev.bourse.sdk.JobFramework;
import dev.bourse.simulator.log.Bytes;
import dev.bourse.simulator.log.SimLog;
import dev.bourse.simulator.world.Chance;
import dev.bourse.simulator.world.World;
import dev.bourse.topics.codec.RecordType;
import dev.bourse.topics.command.CancelJob;
import dev.bourse.topics.id.JobId;
import dev.bourse.topics.kafka.Topic;
import dev.bourse.topics.view.JobView;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A framework on a simulated cluster. What it is told comes in order and a little later, and what
 * it submits arrives a little later, as from a process of its own.
 *
 * @param <F> its class
 */
public final class SimulatedFramework<F extends JobFramework> {

  private static final long SLOWEST_MILLIS = 20;

  private final Supplier<F> supplier;
  private final World world;
  private final SimLog log;
  private final Chance chance;
  private final Client client = new Client();
  private final Deque<Runnable> toTell = new ArrayDeque<>();
  private final Deque<Runnable> toSend = new ArrayDeque<>();
  private final List<String> submitted = new ArrayList<>();
  private F framework;
  private boolean up;
  private int life;

  /** One that is not started yet; tests get theirs from {@link SimulatedCluster#start}. */
  public SimulatedFramework(Supplier<F> supplier, World world, SimLog log, Chance chance) {
    this.supplier = supplier;
    this.world = world;
    this.log = log;
    this.chance = chance;
    this.framework = supplier.get();
    log.onChange(this::changed);
  }

  /** The framework that runs, or the one that ran last. */
  public F get() {
    return framework;
  }

  /** The ids under which it has submitted something, in order, each time that it did. */
  public List<String> submitted() {
    return List.copyOf(submitted);
  }

  /** Its process ends at once. What it knew, and what it had not sent yet, is lost. */
  public void crash() {
    world.note("framework", "crashes");
    up = false;
    life++;
    toTell.clear();
    toSend.clear();
  }

  /** A new one starts, unless one runs, and hears of every job that is there. */
  public void start() {
    if (up) {
      return;
    }
    world.note("framework", "starts");
    up = true;
    if (life > 0) {
      framework = supplier.get();
    }
    log.table(PublicTable.JOBS).values().forEach(job -> tell((JobView) job));
    toTell.add(() -> framework.ready(client));
    arrange(toTell);
  }

  private void changed(TableChange change) {
    if (up && change.table() == PublicTable.JOBS) {
      if (change.view() == null) {
        JobId job = new JobId(change.key());
        toTell.add(() -> framework.jobForgotten(job, client));
      } else {
        tell((JobView) change.view());
      }
      if (toTell.size() == 1) {
        arrange(toTell);
      }
    }
  }

  private void tell(JobView job) {
    toTell.add(() -> framework.jobChanged(job, client));
  }

  /** What is in it happens one after the other, each a little later. */
  private void arrange(Deque<Runnable> queue) {
    afterwards(
        chance.between(1, SLOWEST_MILLIS),
        () -> {
          Runnable next = queue.peek();
          if (next != null) {
            next.run();
            queue.poll();
            if (!queue.isEmpty()) {
              arrange(queue);
            }
          }
        });
  }

  private void afterwards(long millis, Runnable action) {
    int living = life;
    world.after(
        millis,
        () -> {
          if (living == life) {
            action.run();
          }
        });
  }

  private final class Client implements JobClient {

    @Override
    public void submit(JobId id, String document) {
      submitted.add(id.value());
      byte[] value = document.getBytes(StandardCharsets.UTF_8);
      send(id, "submits", new Bytes(RecordType.SUBMIT_JOB.ceType(), value));
    }

    @Override
    public void cancel(JobId id, @Nullable String message) {
      send(id, "cancels", Bytes.of(new CancelJob(id, message)));
    }

    private void send(JobId id, String what, Bytes record) {
      toSend.add(
          () -> {
            world.note("framework", "%s %s", what, id);
            log.input(Topic.SUBMISSIONS).append(world.now(), id.value(), record);
          });
      if (toSend.size() == 1) {
        arrange(toSend);
      }
    }

    @Override
    public Instant now() {
      return Instant.ofEpochMilli(world.now());
    }

    @Override
    public void after(Duration delay, Runnable action) {
      afterwards(delay.toMillis(), action);
    }
  }
}
