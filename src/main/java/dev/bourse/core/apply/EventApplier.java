package dev.bourse.core.apply;

import dev.bourse.core.event.Event;
import dev.bourse.core.state.mutable.MutableClusterState;

/**
 * Changes the state for one kind of event.
 *
 * <p>An applier must not decide anything and must not look at anything but the event and the state;
 * what it does for an event that has been released once it must do for ever.
 */
interface EventApplier<E extends Event> {

  void apply(E event, MutableClusterState state);
}
