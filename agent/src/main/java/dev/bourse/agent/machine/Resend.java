package dev.bourse.agent.machine;

/** When to say something again that nobody has confirmed yet: the wait doubles each time. */
final class Resend {

  static final long NEVER = Long.MAX_VALUE;

  private final long initialMillis;
  private final long maxMillis;
  private long waitMillis;
  private long dueAt = NEVER;

  Resend(long initialMillis, long maxMillis) {
    this.initialMillis = initialMillis;
    this.maxMillis = maxMillis;
  }

  /** It has been said for the first time. */
  void start(long now) {
    waitMillis = initialMillis;
    dueAt = now + waitMillis;
  }

  /** Whether it is to be said again now; if so, the next time is set. */
  boolean isDue(long now) {
    if (dueAt > now) {
      return false;
    }
    waitMillis = Math.min(maxMillis, waitMillis * 2);
    dueAt = now + waitMillis;
    return true;
  }

  void stop() {
    dueAt = NEVER;
  }

  long dueAt() {
    return dueAt;
  }
}
