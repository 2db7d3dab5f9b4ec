package dev.bourse.simulator.check;

import java.io.Serial;

/** Something that must never be. */
public final class Violation extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  /** With what is wrong. */
  public Violation(String message) {
    super(message);
  }

  /** With what is wrong, and the exception that says it. */
  public Violation(String message, Throwable cause) {
    super(message, cause);
  }
}
