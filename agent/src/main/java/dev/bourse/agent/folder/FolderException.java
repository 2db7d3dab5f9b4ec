package dev.bourse.agent.folder;

import java.io.Serial;

/** The agent's folder cannot be used; the message says why, and what to do. */
public final class FolderException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  /** With its reason. */
  public FolderException(String message) {
    super(message);
  }
}
