package dev.bourse.simulator.history;

import java.io.Serial;

/** A history cannot be read, or has a hole; the message says where and what can be done. */
public final class HistoryException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  /** With what is wrong. */
  public HistoryException(String message) {
    super(message);
  }

  /** With what is wrong, and what it comes from. */
  public HistoryException(String message, Throwable cause) {
    super(message, cause);
  }
}
