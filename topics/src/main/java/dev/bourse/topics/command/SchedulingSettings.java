package dev.bourse.topics.command;

import dev.bourse.topics.framework.MinAllocatable;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What an operator may set about offers and frameworks.
 *
 * @param offersPerStep how many offers one step makes at most; default 1,000
 * @param offerTimeoutMillis after how long an offer that is not answered is taken back, so that a
 *     hoarder does not starve others; 0 for never; default 30 s
 * @param refuseMillis how long what was declined is not offered again to who declined it, unless
 *     the framework says otherwise; default 5 s
 * @param allocationIntervalMillis the least time for which that is so; default 1 s
 * @param minAllocatable the least that is worth an offer: alternatives parted by {@code |}; default
 *     {@code cpus:0.01|memory:32}
 * @param sorter in which order roles and frameworks are offered resources; default {@code DRF}
 * @param excludedResources names that do not count in shares; default none
 * @param callsPerSecond how many calls a framework may make each second on average; what comes
 *     faster is refused with a notice; 0 for no bound; default 1,000
 * @param callBurst how many it may make at once; default 5,000
 * @param heartbeatMillis how often a framework is to give a sign of life; default 2 s
 * @param frameworkTimeoutMillis after how much silence it counts as disconnected; default 15 s
 * @param resendMillis after how long an update that is not acknowledged is sent again, doubling
 *     each time; default 10 s
 * @param maxResendMillis the longest such wait; default 10 minutes
 * @param reserveAfterMillis after how long of waiting for room capacity is held back for what does
 *     not fit; 0 for never; default 5 minutes
 * @param preemptAfterMillis after how long of waiting others may be stopped for it; 0 for never;
 *     default 1 minute
 * @param preemptionsPerMinute how many attempts may be stopped for others each minute; default 60
 * @param agentRemovalsPerMinute how many agents may become unreachable each minute, since it is
 *     rather the network than so many machines; 0 for no bound, the default
 * @param region in which the master is: agents of others are offered only to frameworks that can
 *     handle it; null when it does not matter
 */
public record SchedulingSettings(
    int offersPerStep,
    long offerTimeoutMillis,
    long refuseMillis,
    long allocationIntervalMillis,
    String minAllocatable,
    Sorter sorter,
    List<String> excludedResources,
    int callsPerSecond,
    int callBurst,
    long heartbeatMillis,
    long frameworkTimeoutMillis,
    long resendMillis,
    long maxResendMillis,
    long reserveAfterMillis,
    long preemptAfterMillis,
    int preemptionsPerMinute,
    int agentRemovalsPerMinute,
    @Nullable String region) {

  /** In which order roles and frameworks are offered resources. */
  public enum Sorter {
    /** By dominant share, the smallest first. */
    DRF,
    /** At random, by weight. */
    RANDOM
  }

  /** What an operator who sets nothing gets. */
  public static final SchedulingSettings DEFAULT =
      new SchedulingSettings(
          1_000,
          30_000,
          5_000,
          1_000,
          "cpus:0.01|memory:32",
          Sorter.DRF,
          List.of(),
          1_000,
          5_000,
          2_000,
          15_000,
          10_000,
          600_000,
          300_000,
          60_000,
          60,
          0,
          null);

  private static final int MAX_TEXT = 256;

  /** Checks and copies. */
  public SchedulingSettings {
    atLeast("offersPerStep", offersPerStep, 1);
    atLeast("offerTimeoutMillis", offerTimeoutMillis, 0);
    atLeast("refuseMillis", refuseMillis, 0);
    atLeast("allocationIntervalMillis", allocationIntervalMillis, 1);
    atLeast("callsPerSecond", callsPerSecond, 0);
    atLeast("callBurst", callBurst, 1);
    atLeast("heartbeatMillis", heartbeatMillis, 1);
    atLeast("frameworkTimeoutMillis", frameworkTimeoutMillis, 1);
    atLeast("resendMillis", resendMillis, 1);
    atLeast("maxResendMillis", maxResendMillis, resendMillis);
    atLeast("reserveAfterMillis", reserveAfterMillis, 0);
    atLeast("preemptAfterMillis", preemptAfterMillis, 0);
    atLeast("preemptionsPerMinute", preemptionsPerMinute, 0);
    atLeast("agentRemovalsPerMinute", agentRemovalsPerMinute, 0);
    MinAllocatable.parse(minAllocatable);
    Texts.checkOptional("region", region, MAX_TEXT);
    excludedResources = List.copyOf(new TreeSet<>(excludedResources));
  }

  private static void atLeast(String field, long value, long least) {
    if (value < least) {
      throw new IllegalArgumentException(
          field + ": is " + value + ", but must be " + least + " or more");
    }
  }
}
