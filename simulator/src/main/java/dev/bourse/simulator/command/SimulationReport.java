package dev.bourse.simulator.command;

import dev.bourse.simulator.check.Violation;
import dev.bourse.simulator.swarm.SeedResult;
import dev.bourse.simulator.world.Coverage;
import dev.bourse.simulator.world.Situation;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Says how far a run of many seeds is, what was wrong, and in the end what was met. */
final class SimulationReport {

  private static final long PROGRESS_NANOS = TimeUnit.SECONDS.toNanos(5);
  private static final int MAX_PROBLEMS = 5;

  /** With fewer seeds than this, some rare situation may well be missing by chance. */
  private static final long ENOUGH_SEEDS = 300;

  private final long wanted;
  private final PrintWriter out;
  private final long begin = System.nanoTime();
  private final Coverage coverage = new Coverage();
  private long lastProgress = begin;
  private long done;
  private long steps;
  private int problems;

  SimulationReport(long wanted, PrintWriter out) {
    this.wanted = wanted;
    this.out = out;
  }

  /** Takes in a result; false when there are problems enough. */
  boolean take(SeedResult result) {
    done++;
    steps += result.steps();
    coverage.add(result.coverage());
    if (!result.isGood()) {
      problems++;
      printProblem(result, true, out);
    }
    long now = System.nanoTime();
    if (now - lastProgress > PROGRESS_NANOS) {
      lastProgress = now;
      out.printf("%,d of %,d seeds, %,d seeds/h%n", done, wanted, perHour(now));
      out.flush();
    }
    return problems < MAX_PROBLEMS;
  }

  private long perHour(long now) {
    return done * TimeUnit.HOURS.toNanos(1) / Math.max(1, now - begin);
  }

  static void printProblem(SeedResult result, boolean withStory, PrintWriter out) {
    long seed = result.plan().seed();
    if (withStory) {
      result.story().forEach(out::println);
    }
    out.println();
    out.printf("seed %d went wrong after %,d steps:%n", seed, result.steps());
    Throwable problem = result.problem();
    if (problem instanceof Violation violation && violation.getCause() == null) {
      out.println("  " + violation.getMessage());
    } else if (problem != null) {
      problem.printStackTrace(out);
    }
    out.printf("  faults: %s%n", result.plan().faults());
    out.printf(
        "  to see it again: ./bourse simulate --seed %d --agents %d%n",
        seed, result.plan().agents());
    out.flush();
  }

  /** Sums up, and returns the exit code. */
  int end() {
    long now = System.nanoTime();
    out.println();
    for (Situation situation : Situation.values()) {
      out.printf("%,14d  %s%n", coverage.of(situation), words(situation));
    }
    out.println();
    out.printf(
        "%,d seeds, %,d steps, %.1f s, %,d seeds/h: %s%n",
        done,
        steps,
        (now - begin) / 1e9,
        perHour(now),
        problems == 0 ? "all good" : problems + " went wrong");
    List<Situation> missing = coverage.missing();
    boolean explored = missing.isEmpty() || done < ENOUGH_SEEDS || problems > 0;
    if (!explored) {
      out.printf("the simulator has stopped exploring; never met: %s%n", missing);
    }
    out.flush();
    return problems == 0 && explored ? 0 : 1;
  }

  private static String words(Situation situation) {
    return situation.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
