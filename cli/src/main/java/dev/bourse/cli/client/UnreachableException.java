package dev.bourse.cli.client;

import java.io.IOException;
import java.io.Serial;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;

/** The server did not answer, or stopped in the middle of an answer. */
public final class UnreachableException extends ClientException {

  @Serial private static final long serialVersionUID = 1L;

  UnreachableException(URI server, IOException cause) {
    super("cannot reach " + server + ": " + reason(cause), cause);
  }

  /** Whether nobody can have seen the request. */
  public boolean isRefused() {
    return getCause() instanceof ConnectException || getCause() instanceof UnknownHostException;
  }

  private static String reason(IOException cause) {
    return switch (cause) {
      case ConnectException e -> "nothing listens there";
      case UnknownHostException e -> "unknown host";
      case SocketTimeoutException e -> "no answer in time";
      default -> String.valueOf(cause.getMessage());
    };
  }
}
