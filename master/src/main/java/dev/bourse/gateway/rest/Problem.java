package dev.bourse.gateway.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Every error of the API, as RFC 9457 has it.
 *
 * @param type what kind of problem it is, as a URI
 * @param title the kind in words
 * @param status the HTTP status
 * @param detail what happened this time
 * @param errors one entry per field that is wrong; empty when it is not about fields
 */
@Schema(description = "An error (RFC 9457), with one entry per field that is wrong.")
public record Problem(
    String type, String title, int status, @Nullable String detail, List<FieldProblem> errors) {

  /** The media type. */
  public static final String MEDIA_TYPE = "application/problem+json";

  /** Copies. */
  public Problem {
    errors = List.copyOf(errors);
  }
}
