package dev.bourse.core.apply;

import dev.bourse.core.event.Event;
import dev.bourse.core.state.mutable.MutableClusterState;

/** What events change: {@link Appliers}, or in a test of a checker something a little wrong. */
@FunctionalInterface
public interface Changes {

  /** Changes the state for an event. */
  void apply(Event event, MutableClusterState state);
}
