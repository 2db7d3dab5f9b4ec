package dev.bourse.core.state;

import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.id.TaskId;

/**
 * A framework has asked for all of its tasks, and has been told of some.
 *
 * @param framework who
 * @param after the last task that it was told of
 * @param at when it is told of more, in epoch milliseconds
 */
public record ReconciliationRow(FrameworkId framework, TaskId after, long at) implements Row {

  @Override
  public RowKey key() {
    return keyOf(framework);
  }

  /** The key of a reconciliation. */
  public static RowKey keyOf(FrameworkId framework) {
    return new RowKey(Table.RECONCILIATIONS, framework.value());
  }
}
