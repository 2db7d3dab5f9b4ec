package dev.bourse.gateway.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The kinds of problem. */
enum Kind {
  INVALID(400, "invalid", "The request is not valid"),
  NOT_FOUND(404, "not-found", "Not found"),
  METHOD_NOT_ALLOWED(405, "method-not-allowed", "Method not allowed"),
  NOT_ACCEPTABLE(406, "not-acceptable", "No such representation"),
  CONFLICT(409, "conflict", "In conflict with what is there"),
  TOO_LARGE(413, "too-large", "The request is too large"),
  UNSUPPORTED_MEDIA_TYPE(415, "unsupported-media-type", "Unsupported media type"),
  INTERNAL(500, "internal", "Internal error"),
  UNAVAILABLE(503, "unavailable", "Not available now");

  private static final String TYPE_PREFIX = "urn:bourse:problem:";

  private final int status;
  private final String name;
  private final String title;

  Kind(int status, String name, String title) {
    this.status = status;
    this.name = name;
    this.title = title;
  }

  int status() {
    return status;
  }

  Problem problem(@Nullable String detail, List<FieldProblem> errors) {
    return new Problem(TYPE_PREFIX + name, title, status, detail, errors);
  }

  /** The kind with this status; of other statuses, the nearest there is. */
  static Kind ofStatus(int status) {
    for (Kind kind : values()) {
      if (kind.status == status) {
        return kind;
      }
    }
    return status < 500 ? INVALID : INTERNAL;
  }
}
