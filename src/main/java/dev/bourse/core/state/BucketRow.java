package dev.bourse.core.state;

import dev.bourse.topics.id.FrameworkId;
import org.jspecify.annotations.Nullable;

/**
 * How much of something that is rationed is left: it fills up with time.
 *
 * @param name of what is rationed
 * @param credit how much was left, in thousandths
 * @param at when, in epoch milliseconds
 */
public record BucketRow(String name, long credit, long at) implements Row {

  private static final long THOUSAND = 1_000;
  private static final long MINUTE = 60_000;

  @Override
  public RowKey key() {
    return keyOf(name);
  }

  /** The key of a bucket. */
  public static RowKey keyOf(String name) {
    return new RowKey(Table.BUCKETS, name);
  }

  /** That of the calls of a framework. */
  public static String ofCalls(FrameworkId framework) {
    return "calls/" + framework;
  }

  /** That of agents that become unreachable. */
  public static final String REMOVALS = "removals";

  /** That of attempts that are stopped for others. */
  public static final String PREEMPTIONS = "preemptions";

  /**
   * What is in it now, in thousandths.
   *
   * @param bucket as it was; null for a full one
   * @param perMinute how much comes in each minute
   * @param size how much it holds
   */
  public static long creditAt(@Nullable BucketRow bucket, long now, long perMinute, long size) {
    long full = size * THOUSAND;
    if (bucket == null) {
      return full;
    }
    long waited = Math.min(Math.max(0, now - bucket.at), MINUTE * MINUTE);
    long more = waited * perMinute * THOUSAND / MINUTE;
    return Math.min(full, bucket.credit + more);
  }
}
