package dev.bourse.simulator.history;

import dev.bourse.topics.codec.InputCodec.Input;
import org.jspecify.annotations.Nullable;

/** The records of one topic and cell, in their order. */
public interface RecordReader extends AutoCloseable {

  /** The next record, or null when there is none (yet). */
  @Nullable Input next();

  /** Goes on at the first record from this offset on. */
  void seek(long offset);

  @Override
  void close();
}
