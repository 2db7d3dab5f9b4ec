package dev.bourse.cli.local;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A local cluster that cannot be started; the message says why and what to do. */
public final class LocalClusterException extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  /** With this message and, for those who debug, its cause. */
  public LocalClusterException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
