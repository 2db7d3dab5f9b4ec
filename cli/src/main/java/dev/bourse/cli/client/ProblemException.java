package dev.bourse.cli.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Serial;
import java.util.StringJoiner;

/** The server answered that it will not do it; the message has one line per reason. */
public final class ProblemException extends ClientException {

  @Serial private static final long serialVersionUID = 1L;

  private static final int CONFLICT = 409;
  private static final int FIRST_SERVER_ERROR = 500;
  private static final int NOT_FOUND = 404;

  private final int status;

  ProblemException(int status, String message) {
    super(message, null);
    this.status = status;
  }

  /** Reads {@code application/problem+json}; a body that is none is shown as it is. */
  static ProblemException of(int status, String statusLine, String body) {
    JsonNode problem = Json.readOrMissing(body);
    StringJoiner lines = new StringJoiner("\n");
    for (JsonNode error : problem.path("errors")) {
      String field = error.path("field").asText();
      String message = error.path("message").asText();
      lines.add(field.isEmpty() ? message : field + ": " + message);
    }
    if (lines.length() > 0) {
      return new ProblemException(status, lines.toString());
    }
    String detail = problem.path("detail").asText(problem.path("title").asText());
    return new ProblemException(status, detail.isEmpty() ? status + " " + statusLine : detail);
  }

  /** No such thing. */
  public boolean isNotFound() {
    return status == NOT_FOUND;
  }

  /** It contradicts what is there. */
  public boolean isConflict() {
    return status == CONFLICT;
  }

  /** The same request may succeed later. */
  public boolean isTemporary() {
    return status >= FIRST_SERVER_ERROR;
  }
}
