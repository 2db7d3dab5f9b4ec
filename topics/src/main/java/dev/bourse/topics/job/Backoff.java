package dev.bourse.topics.job;

/**
 * How long to wait before the next attempt: {@code initial × factor^(n-1)}, at most {@code max},
 * plus or minus a random part.
 *
 * @param initialMillis before the first retry
 * @param factorThousandths growth from one retry to the next; 2000 doubles
 * @param maxMillis never longer than this
 * @param jitterThousandths the random part, of the wait; 100 is ± 10 %
 */
public record Backoff(
    long initialMillis, long factorThousandths, long maxMillis, long jitterThousandths) {

  /** 1 s, doubling up to 5 minutes, ± 10 %. */
  public static final Backoff DEFAULT = new Backoff(1_000, 2_000, 300_000, 100);

  /** The wait before retry {@code n} (1 for the first) without its random part, in milliseconds. */
  public long millisBefore(int n) {
    long wait = Math.min(initialMillis, maxMillis);
    for (int i = 1; i < n && wait < maxMillis; i++) {
      long grown = Math.multiplyHigh(wait, factorThousandths) != 0 ? maxMillis : grow(wait);
      if (grown == wait) {
        break;
      }
      wait = grown;
    }
    return wait;
  }

  private long grow(long wait) {
    long product = wait * factorThousandths;
    return product < 0 ? maxMillis : Math.min(maxMillis, product / 1_000);
  }
}
