package dev.bourse.core.context;

import dev.bourse.core.event.Event;

/** Where handlers put their events. Each is applied before {@link #emit} returns. */
@FunctionalInterface
public interface EventEmitter {

  /** Makes it happen. */
  void emit(Event event);
}
