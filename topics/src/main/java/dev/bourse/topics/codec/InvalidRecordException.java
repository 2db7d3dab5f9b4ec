package dev.bourse.topics.codec;

import java.io.Serial;

/** A record that cannot be read; the message says what is wrong with it and what is allowed. */
public final class InvalidRecordException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  /** With its reason. */
  public InvalidRecordException(String message) {
    super(message);
  }
}
