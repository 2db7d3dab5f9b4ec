package dev.bourse.simulator.history;

import org.jspecify.annotations.Nullable;

/** The steps of a cell, one after the other. */
public interface Steps extends AutoCloseable {

  /**
   * The next step, or null when there is none (yet).
   *
   * @throws HistoryException when one is missing or cannot be read
   */
  @Nullable RecordedStep next();

  /** After the last step: how many inputs come after the one that it took in. */
  long untaken();

  @Override
  void close();
}
