package dev.bourse.topics.codec;

import java.io.Serial;

/**
 * A record that cannot be read; the message says what is wrong with it and what is allowed. It is
 * bounded, whatever it quotes: it ends up in a header beside the record.
 */
public final class InvalidRecordException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private static final int MAX_LENGTH = 2_000;

  /** With its reason. */
  public InvalidRecordException(String message) {
    super(message.length() > MAX_LENGTH ? message.substring(0, MAX_LENGTH) + "…" : message);
  }
}
