package dev.bourse.core.state;

/**
 * Something that has to be done later.
 *
 * @param dueAt in epoch milliseconds
 * @param kind what
 * @param subject for whom: an id
 */
public record TimerRow(long dueAt, Kind kind, String subject) implements Row, Comparable<TimerRow> {

  /** What there is to do later; in alphabetical order, which is that of the keys. */
  public enum Kind {
    /** A finished job has been visible for long enough. */
    EXPIRE_JOB,
    /** A removed agent has been visible for long enough. */
    FORGET_AGENT,
    /** An unreachable agent has been away for too long. */
    REMOVE_AGENT,
    /** A job's back-off is over. */
    RETRY_JOB,
    /** An attempt has run for too long. */
    TIME_OUT_TASK
  }

  private static final int DIGITS = 19;

  @Override
  public RowKey key() {
    String due = Long.toString(dueAt);
    return new RowKey(
        Table.TIMERS, "0".repeat(DIGITS - due.length()) + due + "/" + kind + "/" + subject);
  }

  @Override
  public int compareTo(TimerRow other) {
    int byTime = Long.compare(dueAt, other.dueAt);
    if (byTime != 0) {
      return byTime;
    }
    int byKind = kind.compareTo(other.kind);
    return byKind != 0 ? byKind : subject.compareTo(other.subject);
  }
}
