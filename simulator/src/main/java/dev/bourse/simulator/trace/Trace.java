package dev.bourse.simulator.trace;

import java.util.List;

/**
 * A trace.
 *
 * @param jobs those that can be run, in order of submission
 * @param skipped how many cannot: without a run time, or without processors
 * @param processors how many the machine had, as the trace says; 0 when it does not
 */
public record Trace(List<TraceJob> jobs, int skipped, long processors) {

  /** Copies. */
  public Trace {
    jobs = List.copyOf(jobs);
  }
}
