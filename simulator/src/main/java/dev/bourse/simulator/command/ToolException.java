package dev.bourse.simulator.command;

import java.io.Serial;

/** A command cannot be carried out; the message says what is wrong and what is allowed. */
public final class ToolException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  /** With its reason. */
  public ToolException(String message) {
    super(message);
  }
}
