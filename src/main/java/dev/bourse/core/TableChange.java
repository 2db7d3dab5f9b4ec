package dev.bourse.core;

import dev.bourse.topics.view.View;
import org.jspecify.annotations.Nullable;

/**
 * A change of a public table.
 *
 * @param table which one
 * @param key of the row
 * @param view the row; null when it is gone
 */
public record TableChange(PublicTable table, String key, @Nullable View view) {

  /** The public tables. */
  public enum PublicTable {
    /** Jobs. */
    JOBS,
    /** Tasks. */
    TASKS,
    /** Agents. */
    AGENTS,
    /** Frameworks. */
    FRAMEWORKS,
    /** What is set for roles. */
    ROLES
  }
}
