package dev.bourse.simulator.swarm;

import dev.bourse.simulator.log.SimLog;
import dev.bourse.simulator.master.Rules;
import dev.bourse.simulator.world.Coverage;
import dev.bourse.simulator.world.Story;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lives many clusters, one thread each, on as many threads as there are processors. */
public final class Swarm {

  /** As long as it takes. */
  public static final Duration NO_LIMIT = Duration.ofDays(365);

  private static final int STORY_LINES = 60;

  private final int agents;
  private final Supplier<Rules> rules;

  /**
   * Of clusters of one size.
   *
   * @param rules by which they decide; asked for anew for each cluster
   */
  public Swarm(int agents, Supplier<Rules> rules) {
    this.agents = agents;
    this.rules = rules;
  }

  /**
   * Lives one cluster.
   *
   * @param listener hears the story as it happens; null for nobody
   */
  public SeedResult run(long seed, @Nullable Consumer<String> listener) {
    return run(seed, listener, log -> {});
  }

  /**
   * Lives one cluster.
   *
   * @param listener hears the story as it happens; null for nobody
   * @param heir gets what is on its topics in the end
   */
  public SeedResult run(long seed, @Nullable Consumer<String> listener, Consumer<SimLog> heir) {
    Plan plan = Plan.of(seed, agents);
    Story story = new Story(STORY_LINES, listener);
    Simulation simulation = new Simulation(plan, rules.get(), story);
    try {
      Coverage coverage = simulation.run();
      return new SeedResult(
          plan, simulation.steps(), simulation.digest(), coverage, null, List.of());
    } catch (RuntimeException | StackOverflowError | AssertionError e) {
      return new SeedResult(
          plan, simulation.steps(), simulation.digest(), new Coverage(), e, story.lines());
    } finally {
      heir.accept(simulation.log());
    }
  }

  /**
   * Lives one cluster for each seed, in any order.
   *
   * @param first the first seed; the others follow it
   * @param count how many
   * @param limit after which no seed is begun any more
   * @param each is told of every result, one at a time; false to begin no more seeds
   */
  public void run(long first, long count, Duration limit, ResultListener each)
      throws InterruptedException {
    long begin = System.nanoTime();
    AtomicLong next = new AtomicLong();
    AtomicBoolean stopped = new AtomicBoolean();
    List<Thread> workers = new ArrayList<>();
    int threads = (int) Math.min(count, Runtime.getRuntime().availableProcessors());
    for (int i = 0; i < threads; i++) {
      Thread worker =
          Thread.ofPlatform()
              .name("seeds-" + i)
              .start(
                  () -> {
                    long index = next.getAndIncrement();
                    while (index < count
                        && !stopped.get()
                        && System.nanoTime() - begin < limit.toNanos()) {
                      SeedResult result = run(first + index, null);
                      synchronized (each) {
                        if (!each.take(result)) {
                          stopped.set(true);
                        }
                      }
                      index = next.getAndIncrement();
                    }
                  });
      workers.add(worker);
    }
    for (Thread worker : workers) {
      worker.join();
    }
  }

  /** Who is told of results. */
  @FunctionalInterface
  public interface ResultListener {

    /** Takes one; false when no more are wanted. */
    boolean take(SeedResult result);
  }
}
