package dev.bourse.topics.framework;

import dev.bourse.topics.command.Texts;
import dev.bourse.topics.id.TaskId;
import dev.bourse.topics.job.ProcessSpec;
import dev.bourse.topics.resources.Resources;
import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A task as a framework wants it launched. What is wrong with it is answered with a status {@code
 * ERROR} for this task alone.
 *
 * @param task its name, unique in the framework: 1 to 128 characters of {@code A-Z a-z 0-9 . _ -},
 *     the first a letter or digit
 * @param resources what is set aside for it, of the offer
 * @param command what to run
 * @param executor the executor that runs it; executors are not supported yet, so a task that names
 *     one is refused
 * @param limits the most that it may use of {@code cpus} and {@code memory}, at least as much as is
 *     set aside; null for as much as is set aside
 * @param killGraceMillis between TERM and KILL; null for 5 s
 * @param maxCompletionMillis how long it may run; null for ever
 * @param preemptible whether it may be stopped for more urgent work; null for no
 * @param logCapBytes how much output is kept, for each stream; null for 10 Mi
 * @param labels for people and filters
 */
public record TaskInfo(
    String task,
    Resources resources,
    @Nullable ProcessSpec command,
    @Nullable String executor,
    @Nullable Resources limits,
    @Nullable Long killGraceMillis,
    @Nullable Long maxCompletionMillis,
    @Nullable Boolean preemptible,
    @Nullable Long logCapBytes,
    @Nullable SortedMap<String, String> labels) {

  /** Checks what makes it a task at all, and copies. */
  public TaskInfo {
    TaskId.checkName("task", task);
    Objects.requireNonNull(resources, "resources: is missing");
    Texts.checkOptional("executor", executor, TaskId.MAX_NAME_LENGTH);
    labels = Labels.check("labels", labels);
  }

  /** A task of which nothing more is said. */
  public static TaskInfo of(String task, Resources resources, ProcessSpec command) {
    return new TaskInfo(task, resources, command, null, null, null, null, null, null, null);
  }
}
