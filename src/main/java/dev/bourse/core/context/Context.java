package dev.bourse.core.context;

import dev.bourse.core.event.Event;
import dev.bourse.core.state.ClusterState;
import dev.bourse.topics.command.Settings;
import org.jspecify.annotations.Nullable;

/**
 * What a handler may look at, besides its command.
 *
 * @param state as it is now; it changes with every event emitted
 * @param now the logical time, in epoch milliseconds
 * @param position of the command; null when it comes from the host
 * @param emitter where events go
 */
public record Context(
    ClusterState state, long now, @Nullable Position position, EventEmitter emitter)
    implements EventEmitter {

  @Override
  public void emit(Event event) {
    emitter.emit(event);
  }

  /** What the operator has configured. */
  public Settings settings() {
    return state.settings();
  }

  /** The position as users see it; empty when the command comes from the host. */
  public String token() {
    return position == null ? "" : position.token();
  }

  /** A number that is the same in every replay of this step, and another in every other step. */
  public long seed() {
    long steps = state.cell().steps() + 1;
    return steps * 0x9E3779B97F4A7C15L ^ state.cell().digest();
  }
}
