package dev.bourse.simulator.history;

import org.jspecify.annotations.Nullable;

/** A cell's steps, one after the other. */
public interface History extends AutoCloseable {

  /** The next step, or null when there is none (yet). */
  @Nullable RecordedStep next();

  @Override
  void close();
}
