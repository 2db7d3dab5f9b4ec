package dev.bourse.loadtests;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** What it costs to start the same kind of process directly. */
final class SpawnBaseline {

  private SpawnBaseline() {}

  static void run(Report report, int count) throws IOException, InterruptedException {
    for (int i = 0; i < count; i++) {
      long start = System.nanoTime();
      new ProcessBuilder("/bin/sh", "-c", "date +%s%N > /dev/null").start().waitFor();
      report.record("spawn", TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - start));
    }
  }
}
