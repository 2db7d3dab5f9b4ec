package dev.bourse.loadtests;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** Time on the wall, and on the processor by the thread that asks. */
final class Stopwatch {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private long wall;
  private long cpu;

  /** Runs something and adds what it took. */
  void time(Runnable work) {
    long cpuBefore = THREADS.getCurrentThreadCpuTime();
    long before = System.nanoTime();
    work.run();
    wall += System.nanoTime() - before;
    cpu += THREADS.getCurrentThreadCpuTime() - cpuBefore;
  }

  long wallNanos() {
    return wall;
  }

  long cpuNanos() {
    return cpu;
  }
}
