package dev.bourse.simulator.workload;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is told of a run.
 *
 * @param all over all jobs
 * @param roles by role
 * @param utilisation the part of the cpus' time that attempts held, between 0 and 1
 * @param lostAttempts how many attempts the cluster has taken away
 * @param fairness Jain's index over the mean slowdown of the roles: 1 when all fare alike, 1/n when
 *     one has everything
 * @param begin of the first submission, in epoch milliseconds
 * @param end of the last job, or of the record, in epoch milliseconds
 * @param samples the cluster over time
 */
public record Metrics(
    Group all,
    Map<String, Group> roles,
    double utilisation,
    int lostAttempts,
    double fairness,
    long begin,
    long end,
    List<Sample> samples) {

  /**
   * Some jobs.
   *
   * @param jobs how many were accepted
   * @param ended how many have ended
   * @param neverStarted how many have not begun
   * @param waits how long they waited for their first process, in milliseconds
   * @param slowdowns bounded at 10 s
   * @param cpuHours what they held
   */
  public record Group(
      int jobs,
      int ended,
      int neverStarted,
      Distribution waits,
      Distribution slowdowns,
      double cpuHours) {}

  /**
   * How some values are spread.
   *
   * @param mean of all
   * @param p50 half are not above it
   * @param p90 nine in ten are not above it
   * @param p99 99 in 100 are not above it
   * @param max the largest
   */
  public record Distribution(double mean, double p50, double p90, double p99, double max) {

    static Distribution of(List<Double> values) {
      if (values.isEmpty()) {
        return new Distribution(0, 0, 0, 0, 0);
      }
      List<Double> sorted = values.stream().sorted().toList();
      double sum = 0;
      for (double value : sorted) {
        sum += value;
      }
      return new Distribution(
          sum / sorted.size(),
          rank(sorted, 0.5),
          rank(sorted, 0.9),
          rank(sorted, 0.99),
          sorted.getLast());
    }

    private static double rank(List<Double> sorted, double part) {
      return sorted.get((int) Math.max(0, Math.ceil(part * sorted.size()) - 1));
    }
  }

  private static final double MILLIS_PER_HOUR = 3_600_000.0;
  private static final double THOUSANDTHS = 1_000.0;

  /** Of a run. */
  public static Metrics of(Meter meter) {
    List<JobResult> results = meter.results();
    long until = meter.now();
    Map<String, List<JobResult>> byRole = new TreeMap<>();
    for (JobResult job : results) {
      byRole.computeIfAbsent(job.role(), role -> new ArrayList<>()).add(job);
    }
    Map<String, Group> roles = new TreeMap<>();
    byRole.forEach((role, jobs) -> roles.put(role, group(jobs, until)));
    long begin = results.stream().mapToLong(JobResult::submittedAt).min().orElse(until);
    long end = results.stream().mapToLong(job -> end(job, until)).max().orElse(until);
    return new Metrics(
        group(results, until),
        roles,
        utilisation(meter.samples(), begin, end),
        results.stream().mapToInt(JobResult::lost).sum(),
        jain(roles.values()),
        begin,
        end,
        meter.samples());
  }

  private static long end(JobResult job, long until) {
    if (job.endedAt() > 0) {
      return job.endedAt();
    }
    return job.hasStarted() ? until : job.submittedAt();
  }

  private static Group group(List<JobResult> jobs, long until) {
    List<Double> waits = new ArrayList<>();
    List<Double> slowdowns = new ArrayList<>();
    int ended = 0;
    int neverStarted = 0;
    double cpuHours = 0;
    for (JobResult job : jobs) {
      ended += job.endedAt() > 0 ? 1 : 0;
      neverStarted += job.hasStarted() ? 0 : 1;
      if (job.hasStarted()) {
        waits.add((double) job.waitMillis(until));
        slowdowns.add(job.boundedSlowdown(until));
      }
      cpuHours += job.cpus() / THOUSANDTHS * job.busyMillis() / MILLIS_PER_HOUR;
    }
    return new Group(
        jobs.size(),
        ended,
        neverStarted,
        Distribution.of(waits),
        Distribution.of(slowdowns),
        cpuHours);
  }

  private static double utilisation(List<Sample> samples, long begin, long end) {
    double used = 0;
    double there = 0;
    for (int i = 0; i < samples.size(); i++) {
      Sample sample = samples.get(i);
      long from = Math.max(begin, sample.at());
      long to = Math.min(end, i + 1 < samples.size() ? samples.get(i + 1).at() : end);
      if (to > from) {
        used += (double) sample.used() * (to - from);
        there += (double) sample.cpus() * (to - from);
      }
    }
    return there == 0 ? 0 : used / there;
  }

  private static double jain(Collection<Group> roles) {
    double sum = 0;
    double squares = 0;
    for (Group role : roles) {
      sum += role.slowdowns().mean();
      squares += role.slowdowns().mean() * role.slowdowns().mean();
    }
    return squares == 0 ? 1 : sum * sum / (roles.size() * squares);
  }
}
