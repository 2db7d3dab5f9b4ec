package dev.bourse.core.testing;

import dev.bourse.topics.command.SchedulingSettings;
import java.util.List;

/** Settings that differ in one thing from those of a cluster that sets nothing. */
public final class TestSettings {

  private TestSettings() {}

  /** Offers end by themselves after so long; 0 for never. */
  public static SchedulingSettings offerTimeout(long millis) {
    return of(millis, List.of(), null, 0, 1_000, 5_000);
  }

  /** Shares do not count these. */
  public static SchedulingSettings excluding(String... names) {
    return of(0, List.of(names), null, 0, 1_000, 5_000);
  }

  /** The master is in this region. */
  public static SchedulingSettings region(String region) {
    return of(0, List.of(), region, 0, 1_000, 5_000);
  }

  /** So many agents may become unreachable each minute. */
  public static SchedulingSettings removals(int perMinute) {
    return of(30_000, List.of(), null, perMinute, 1_000, 5_000);
  }

  /** A framework may call so often. */
  public static SchedulingSettings calls(int perSecond, int burst) {
    return of(30_000, List.of(), null, 0, perSecond, burst);
  }

  /** Others make room after so long, and so many of them each minute. */
  public static SchedulingSettings room(long afterMillis, int perMinute) {
    return with(0, List.of(), null, 0, 1_000, 5_000, afterMillis, perMinute);
  }

  private static SchedulingSettings of(
      long offerTimeout,
      List<String> excluded,
      String region,
      int removals,
      int callsPerSecond,
      int burst) {
    return with(offerTimeout, excluded, region, removals, callsPerSecond, burst, 60_000, 60);
  }

  private static SchedulingSettings with(
      long offerTimeout,
      List<String> excluded,
      String region,
      int removals,
      int callsPerSecond,
      int burst,
      long roomAfter,
      int preemptions) {
    SchedulingSettings usual = SchedulingSettings.DEFAULT;
    return new SchedulingSettings(
        usual.offersPerStep(),
        offerTimeout,
        usual.refuseMillis(),
        usual.allocationIntervalMillis(),
        usual.minAllocatable(),
        usual.sorter(),
        excluded,
        callsPerSecond,
        burst,
        usual.heartbeatMillis(),
        usual.frameworkTimeoutMillis(),
        usual.resendMillis(),
        usual.maxResendMillis(),
        roomAfter == 0 ? 0 : usual.reserveAfterMillis(),
        roomAfter,
        preemptions,
        removals,
        region);
  }
}
