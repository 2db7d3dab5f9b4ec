package dev.bourse.topics.framework;

import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.TaskId;
import org.jspecify.annotations.Nullable;

/**
 * A task that a framework asks about.
 *
 * @param task as the framework calls it
 * @param agent where it believes it to be; null when it does not know
 */
public record TaskRef(String task, @Nullable AgentId agent) {

  /** Checks. */
  public TaskRef {
    TaskId.checkName("task", task);
  }
}
