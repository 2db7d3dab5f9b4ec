package dev.bourse.core.state;

/**
 * Something that has to be done later.
 *
 * @param dueAt in epoch milliseconds
 * @param kind what
 * @param subject for whom: an id
 */
public record TimerRow(long dueAt, Kind kind, String subject) implements Row, Comparable<TimerRow> {

  /**
   * What there is to do later; in alphabetical order, which is that of the keys. Some need no row
   * of their own, since another row says when they are due.
   */
  public enum Kind {
    /** An agent has not been emptied in time. */
    END_DRAIN,
    /** What was declined may be offered again. */
    EXPIRE_FILTER,
    /** A finished job has been visible for long enough. */
    EXPIRE_JOB,
    /** Nobody has answered an offer. */
    EXPIRE_OFFER,
    /** A row of a framework's task has been visible for long enough. */
    EXPIRE_TASK,
    /** A removed agent has been visible for long enough. */
    FORGET_AGENT,
    /** A framework that is over need not be remembered any more. */
    FORGET_FRAMEWORK,
    /** A framework is told of more of its tasks. */
    GO_ON_RECONCILING,
    /** Somebody may have waited for so long that others make room. */
    LOOK_FOR_ROOM,
    /** An unreachable agent has been away for too long. */
    REMOVE_AGENT,
    /** A framework has been away for too long. */
    REMOVE_FRAMEWORK,
    /** An update was not acknowledged. */
    RESEND_UPDATE,
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
