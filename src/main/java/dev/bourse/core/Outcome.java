package dev.bourse.core;

import dev.bourse.core.context.Rejection;
import dev.bourse.core.event.Event;
import dev.bourse.core.event.SettingsChanged;
import dev.bourse.core.state.RowChange;
import dev.bourse.topics.command.Settings;
import dev.bourse.topics.order.Order;
import dev.bourse.topics.scheduler.SchedulerEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a step came to. Everything in it leaves together or not at all.
 *
 * @param steps the kinds of commands that were run, in order
 * @param rejection why the command was not applied; null when it was. Events may stand beside it:
 *     the answers that the sender is owed even so
 * @param events what happened
 * @param orders what agents are told
 * @param notices what frameworks are told
 * @param tables what changed for users
 * @param rows what changed in the state
 * @param sequence the number of this step, 1 for the first
 * @param time the logical time of this step, in epoch milliseconds
 * @param digest of every event since the cell began
 */
public record Outcome(
    List<String> steps,
    @Nullable Rejection rejection,
    List<Event> events,
    List<Order> orders,
    List<SchedulerEvent> notices,
    List<TableChange> tables,
    List<RowChange> rows,
    long sequence,
    long time,
    long digest) {

  /** The settings that count from this step on; null when it has not changed them. */
  public @Nullable Settings settings() {
    for (Event event : events) {
      if (event instanceof SettingsChanged changed) {
        return changed.settings();
      }
    }
    return null;
  }
}
