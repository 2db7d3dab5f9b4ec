package dev.bourse.core.state;

import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.TaskId;
import dev.bourse.topics.scheduler.TaskUpdate;
import java.util.List;

/**
 * What a framework is to hear of one of its tasks, and has not acknowledged yet: one after the
 * other. It outlives the task.
 *
 * @param task which
 * @param agent where
 * @param pending the first is on its way, the others follow; at least one
 * @param resendAt when the first is sent again, in epoch milliseconds
 * @param waitMillis how long that is after it was sent last
 */
public record UpdatesRow(
    TaskId task, AgentId agent, List<TaskUpdate> pending, long resendAt, long waitMillis)
    implements Row {

  /** Copies. */
  public UpdatesRow {
    pending = List.copyOf(pending);
  }

  @Override
  public RowKey key() {
    return keyOf(task);
  }

  /** The key of the updates of a task. */
  public static RowKey keyOf(TaskId task) {
    return new RowKey(Table.UPDATES, task.value());
  }

  /** The one that is on its way. */
  public TaskUpdate first() {
    return pending.getFirst();
  }
}
