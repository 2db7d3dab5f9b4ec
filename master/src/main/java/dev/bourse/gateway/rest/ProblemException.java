package dev.bourse.gateway.rest;

import java.io.Serial;
import java.util.List;

/** Ends a request with a {@link Problem}. */
final class ProblemException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final transient Kind kind;
  private final transient List<FieldProblem> errors;

  ProblemException(Kind kind, String detail) {
    this(kind, detail, List.of());
  }

  ProblemException(Kind kind, String detail, List<FieldProblem> errors) {
    super(detail);
    this.kind = kind;
    this.errors = List.copyOf(errors);
  }

  Kind kind() {
    return kind;
  }

  Problem problem() {
    return kind.problem(getMessage(), errors);
  }

  static ProblemException noSuchJob(String id) {
    return new ProblemException(Kind.NOT_FOUND, "There is no job " + id + ".");
  }

  static ProblemException invalid(String field, String message) {
    return new ProblemException(
        Kind.INVALID, field + " " + message, List.of(new FieldProblem(field, message)));
  }
}
