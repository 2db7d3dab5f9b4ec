package dev.bourse.topics.job;

import dev.bourse.topics.id.JobId;
import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A document that cannot be accepted, with everything that is wrong with it. */
public final class InvalidDocumentException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final transient List<FieldError> errors;
  private final transient @Nullable JobId id;

  /**
   * @param id the job's id where it could be read
   * @param errors at least one
   */
  public InvalidDocumentException(@Nullable JobId id, List<FieldError> errors) {
    super(errors.stream().map(FieldError::toString).collect(Collectors.joining("; ")));
    this.id = id;
    this.errors = List.copyOf(errors);
  }

  /** One entry per field. */
  public List<FieldError> errors() {
    return errors;
  }

  /** The job's id, if that much could be read. */
  public @Nullable JobId id() {
    return id;
  }
}
