package dev.bourse.topics.id;

import org.jspecify.annotations.Nullable;

/**
 * The id of a task, unique for ever: its job's id, a dot and the index of the task in the job.
 *
 * @param value 1 to 140 characters of {@code A-Z a-z 0-9 . _ -}, the first a letter or digit;
 *     anything else is an {@link IllegalArgumentException} that says so
 */
public record TaskId(String value) implements Comparable<TaskId> {

  /** A job's id, a dot and an index. */
  private static final int MAX_LENGTH = JobId.MAX_LENGTH + 12;

  /** Checks the value. */
  public TaskId(@Nullable String value) {
    this.value = Ids.check("task", value, MAX_LENGTH);
  }

  /** The id of the task with this index in a job. */
  public static TaskId of(JobId job, int index) {
    return new TaskId(job.value() + "." + index);
  }

  /** Whether {@link #TaskId} would accept this value. */
  public static boolean isValid(@Nullable String value) {
    return value != null && Ids.isValid(value, MAX_LENGTH);
  }

  @Override
  public int compareTo(TaskId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
