package dev.bourse.cli.client;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A request that brought no result; its message is for people. */
public sealed class ClientException extends Exception
    permits ProblemException, UnreachableException {

  @Serial private static final long serialVersionUID = 1L;

  ClientException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
