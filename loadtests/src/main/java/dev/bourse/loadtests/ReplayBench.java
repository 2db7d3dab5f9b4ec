package dev.bourse.loadtests;

import dev.bourse.simulator.history.Exporter;
import dev.bourse.simulator.history.FolderSource;
import dev.bourse.simulator.history.History;
import dev.bourse.simulator.history.ReadAhead;
import dev.bourse.simulator.history.RecordedStep;
import dev.bourse.simulator.history.SimulatedSource;
import dev.bourse.simulator.history.Steps;
import dev.bourse.simulator.history.Verifier;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * How many inputs a second are decided again: from memory, which is the core alone with the digests
 * compared, and from an exported folder, as {@code bourse replay --verify --from} does it. Reading
 * and decoding the folder without deciding is the limit in the same run.
 */
final class ReplayBench {

  private static final int ROUNDS = 3;

  private final int jobs;
  private final int agents;

  ReplayBench(int jobs, int agents) {
    this.jobs = jobs;
    this.agents = agents;
  }

  void run(PrintStream out) throws IOException {
    Path folder = Files.createTempDirectory("bourse-replay-");
    try {
      new Exporter(folder).export(new SimulatedSource(HistoryMaker.of(jobs, agents)));
      List<RecordedStep> decoded = new ArrayList<>();
      double read = 0;
      double decided = 0;
      double verified = 0;
      // The first round warms up; the best of the others counts.
      for (int round = 0; round <= ROUNDS; round++) {
        decoded.clear();
        double reading = read(folder, decoded);
        double deciding = decide(decoded);
        double verifying = verify(folder);
        if (round > 0) {
          read = Math.max(read, reading);
          decided = Math.max(decided, deciding);
          verified = Math.max(verified, verifying);
        }
      }
      out.printf("replay of %,d jobs on %,d agents, %,d steps%n", jobs, agents, decoded.size());
      out.printf("read and decoded    %,12.0f inputs/s%n", read);
      out.printf("decided, in memory  %,12.0f inputs/s%n", decided);
      out.printf("replay --verify     %,12.0f inputs/s%n", verified);
      out.printf("replay --verify / read and decoded: %.2f%n", verified / read);
    } finally {
      delete(folder);
    }
  }

  private static double read(Path folder, List<RecordedStep> decoded) {
    long begin = System.nanoTime();
    long inputs = 0;
    try (Steps steps = new History(new FolderSource(folder), null)) {
      for (RecordedStep step = steps.next(); step != null; step = steps.next()) {
        decoded.add(step);
        inputs += step.input() == null ? 0 : 1;
      }
    }
    return perSecond(inputs, begin);
  }

  private static double decide(List<RecordedStep> decoded) {
    Verifier verifier = new Verifier(null);
    long begin = System.nanoTime();
    decoded.forEach(step -> take(step, verifier));
    return perSecond(verifier.inputs(), begin);
  }

  private static double verify(Path folder) {
    Verifier verifier = new Verifier(null);
    long begin = System.nanoTime();
    try (Steps steps = new ReadAhead(new History(new FolderSource(folder), null))) {
      for (RecordedStep step = steps.next(); step != null; step = steps.next()) {
        take(step, verifier);
      }
    }
    return perSecond(verifier.inputs(), begin);
  }

  private static void take(RecordedStep step, Verifier verifier) {
    if (verifier.take(step) != null) {
      throw new IllegalStateException("step " + step.entry().sequence() + " is different");
    }
  }

  private static double perSecond(long inputs, long begin) {
    return (double) inputs * TimeUnit.SECONDS.toNanos(1) / (System.nanoTime() - begin);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(ReplayBench::deleteOne);
    }
  }

  private static void deleteOne(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
