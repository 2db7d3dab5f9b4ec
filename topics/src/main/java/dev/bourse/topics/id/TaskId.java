package dev.bourse.topics.id;

import org.jspecify.annotations.Nullable;

/**
 * The id of a task, unique for ever. That of a job is the job's id, a dot and the index of the task
 * in the job; that of a framework is the framework's id, a tilde and the name that the framework
 * gave it. So neither can be taken for the other.
 *
 * @param value 1 to {@value #MAX_LENGTH_OF_JOB} characters of {@code A-Z a-z 0-9 . _ -}, the first
 *     a letter or digit; or the id of a framework, a tilde, and 1 to {@value #MAX_NAME_LENGTH} such
 *     characters; anything else is an {@link IllegalArgumentException} that says so
 */
public record TaskId(String value) implements Comparable<TaskId> {

  /** Characters of the longest name that a framework may give a task. */
  public static final int MAX_NAME_LENGTH = 128;

  private static final int MAX_LENGTH_OF_JOB = 140;
  private static final char OF_FRAMEWORK = '~';

  /** Checks the value. */
  public TaskId(@Nullable String value) {
    if (value == null || !isValid(value)) {
      throw new IllegalArgumentException(
          "task: is "
              + Ids.quote(value)
              + ", but must be "
              + Ids.allowed(MAX_LENGTH_OF_JOB)
              + ", or a framework's id, a tilde and a task's name");
    }
    this.value = value;
  }

  /** The id of the task with this index in a job. */
  public static TaskId of(JobId job, int index) {
    return new TaskId(job.value() + "." + index);
  }

  /**
   * The id of a framework's task.
   *
   * @param name as the framework calls it: 1 to {@value #MAX_NAME_LENGTH} characters of {@code A-Z
   *     a-z 0-9 . _ -}, the first a letter or digit
   */
  public static TaskId of(FrameworkId framework, String name) {
    return new TaskId(framework.value() + OF_FRAMEWORK + checkName("task", name));
  }

  /**
   * The same name.
   *
   * @param field names it in the error
   * @throws IllegalArgumentException when a framework may not give a task this name
   */
  public static String checkName(String field, @Nullable String name) {
    return Ids.check(field, name, MAX_NAME_LENGTH);
  }

  /** What the ids of all tasks of a framework begin with, and no others. */
  public static String prefix(FrameworkId framework) {
    return framework.value() + OF_FRAMEWORK;
  }

  /** Whether {@link #TaskId} would accept this value. */
  public static boolean isValid(@Nullable String value) {
    if (value == null) {
      return false;
    }
    int tilde = value.indexOf(OF_FRAMEWORK);
    return tilde < 0
        ? Ids.isValid(value, MAX_LENGTH_OF_JOB)
        : FrameworkId.isValid(value.substring(0, tilde)) && isValidName(value.substring(tilde + 1));
  }

  /** Whether a framework may give a task this name. */
  public static boolean isValidName(@Nullable String name) {
    return name != null && Ids.isValid(name, MAX_NAME_LENGTH);
  }

  /** As the framework calls it that launched it; of a job's task the whole id. */
  public String name() {
    return value.substring(value.indexOf(OF_FRAMEWORK) + 1);
  }

  /** The framework that launched it; null for the task of a job. */
  public @Nullable FrameworkId framework() {
    int tilde = value.indexOf(OF_FRAMEWORK);
    return tilde < 0 ? null : new FrameworkId(value.substring(0, tilde));
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
