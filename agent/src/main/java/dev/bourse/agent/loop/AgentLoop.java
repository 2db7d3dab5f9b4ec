package dev.bourse.agent.loop;

import dev.bourse.agent.folder.Position;
import dev.bourse.agent.folder.PositionFile;
import dev.bourse.agent.machine.Action;
import dev.bourse.agent.machine.AgentMachine;
import dev.bourse.agent.machine.Event;
import dev.bourse.agent.machine.RecoveredAttempt;
import dev.bourse.topics.order.Order;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One thread that owns the {@link AgentMachine}: it takes events from a queue, lets the machine
 * decide, carries out the actions, and notes how far the orders have been handled. All methods may
 * be called from any thread.
 */
public final class AgentLoop implements OrderHandler, AutoCloseable {

  private static final Logger LOG = Logger.getLogger(AgentLoop.class);

  private final AgentMachine machine;
  private final AgentParts parts;
  private final Clock clock;
  private final PositionFile position;
  private final int partition;
  private final ActionRunner runner;
  private final BlockingQueue<Entry> queue = new LinkedBlockingQueue<>();
  private final CompletableFuture<Void> stopped = new CompletableFuture<>();
  private final ExecutorService removals =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().name("agent-janitor").daemon().factory());
  private final Thread thread;
  private volatile boolean closed;
  private volatile boolean stopping;
  private boolean finished;
  private volatile @Nullable String unwanted;

  /**
   * A loop that has not started.
   *
   * @param partition from which its orders come
   */
  public AgentLoop(AgentMachine machine, AgentParts parts, int partition) {
    this.machine = machine;
    this.parts = parts;
    this.clock = parts.clock();
    this.position = parts.folder().position();
    this.partition = partition;
    Janitor janitor = new Janitor(parts.folder().tasks(), position, parts.shipper(), removals);
    this.runner = new ActionRunner(parts, janitor, this::finish, this::post);
    this.thread = Thread.ofPlatform().name("agent-loop").unstarted(this::run);
  }

  /**
   * Takes up what an earlier run has left, registers, and begins to work.
   *
   * @param lastEpoch the highest epoch among the orders that were handled
   */
  public void start(long lastEpoch) throws IOException {
    parts.shipper().start();
    List<RecoveredAttempt> found = parts.recovery().find();
    parts.folder().tasks().emptyTrash();
    // Before anything that was queued while the agent started.
    handle(new Event.Recovered(lastEpoch, found));
    for (RecoveredAttempt attempt : found) {
      if (attempt.fate() instanceof RecoveredAttempt.Fate.Running) {
        runner.adopt(attempt.key());
      }
    }
    thread.start();
  }

  /** Something has happened. */
  public void post(Event event) {
    queue.add(new Entry(event, -1, null));
  }

  @Override
  public CompletionStage<Void> order(Order order, long nextOffset) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    queue.add(new Entry(new Event.OrderReceived(order), nextOffset, done));
    return done;
  }

  @Override
  public void skipped(long nextOffset) {
    queue.add(new Entry(null, nextOffset, null));
  }

  /**
   * Stops the agent. From now on the position stays: orders that are ignored now come again after a
   * restart.
   *
   * @return completed when it has said what there is to say
   */
  public CompletionStage<Void> stop(boolean killTasks) {
    stopping = true;
    if (thread.getState() == Thread.State.NEW) {
      stopped.complete(null);
    }
    post(new Event.StopRequested(killTasks));
    return stopped;
  }

  /** Completed when the agent has stopped, also by itself. */
  public CompletionStage<Void> whenStopped() {
    return stopped;
  }

  /** Why the master has made the agent stop; null when it has not. */
  public @Nullable String unwanted() {
    return unwanted;
  }

  private void run() {
    try {
      while (!closed) {
        long wait = machine.nextDue() - clock.millis();
        Entry entry = wait <= 0 ? queue.poll() : queue.poll(wait, TimeUnit.MILLISECONDS);
        if (wait <= 0) {
          handle(new Event.Tick());
        }
        if (entry != null) {
          handle(entry);
        }
        if (finished) {
          stopped.complete(null);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    stopped.complete(null);
  }

  private void handle(Entry entry) {
    if (entry.event() != null) {
      handle(entry.event());
    }
    if (entry.nextOffset() >= 0 && !stopping) {
      save(entry.nextOffset());
    }
    if (machine.unwanted() != null) {
      // The order that said so is handled; what comes after it may be ignored, as when it stops.
      stopping = true;
    }
    if (entry.done() != null) {
      entry.done().complete(null);
    }
  }

  /**
   * Lets the machine decide, also on what its actions bring about. A defect must not end the agent.
   */
  private void handle(Event first) {
    Deque<Event> events = new ArrayDeque<>();
    events.add(first);
    for (Event event = events.poll(); event != null; event = events.poll()) {
      try {
        for (Action action : machine.on(event, clock.millis())) {
          @Nullable Event answer = runner.run(action);
          if (answer != null) {
            events.add(answer);
          }
        }
      } catch (RuntimeException e) {
        LOG.errorf(e, "%s could not be handled; please report this", event);
      }
    }
  }

  private void save(long nextOffset) {
    try {
      position.write(new Position(partition, nextOffset, machine.lastEpoch(), machine.run()));
    } catch (IOException e) {
      LOG.errorf("cannot note how far the orders have been handled: %s", e);
    }
  }

  /** Noted here, told once the event is dealt with: what was decided is on disk then. */
  private void finish() {
    unwanted = machine.unwanted();
    finished = true;
  }

  /** Ends the threads; tasks go on. */
  @Override
  public void close() {
    closed = true;
    post(new Event.Tick());
    parts.shipper().close();
    removals.shutdown();
  }

  private record Entry(
      @Nullable Event event, long nextOffset, @Nullable CompletableFuture<Void> done) {}
}
