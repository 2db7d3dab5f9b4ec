package dev.bourse.gateway.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.bourse.gateway.command.KafkaUnavailableException;
import dev.bourse.topics.job.InvalidDocumentException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Turns every failure of a request into a {@link Problem}. */
final class ProblemMappers {

  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
  private static final int RETRY_AFTER_SECONDS = 2;

  @ServerExceptionMapper
  Response problem(ProblemException e) {
    return respond(e.problem());
  }

  @ServerExceptionMapper
  Response invalidDocument(InvalidDocumentException e) {
    List<FieldProblem> errors =
        e.errors().stream().map(x -> new FieldProblem(x.field(), x.message())).toList();
    return respond(
        Kind.INVALID.problem("The job document is not valid: " + e.getMessage(), errors));
  }

  @ServerExceptionMapper
  Response invalidParameters(ConstraintViolationException e) {
    List<FieldProblem> errors =
        e.getConstraintViolations().stream()
            .map(ProblemMappers::fieldProblem)
            .sorted(Comparator.comparing(FieldProblem::field))
            .toList();
    String detail =
        String.join("; ", errors.stream().map(x -> x.field() + " " + x.message()).toList());
    return respond(Kind.INVALID.problem(detail, errors));
  }

  @ServerExceptionMapper
  Response kafkaUnavailable(KafkaUnavailableException e) {
    LOG.warnf("Kafka did not take a record: %s", e.getMessage());
    String detail =
        "Kafka did not confirm the record in time (%s). It may have been written all the same; to submit"
                .formatted(e.getMessage())
            + " a job with an id once more is safe.";
    return respond(Kind.UNAVAILABLE.problem(detail, List.of()));
  }

  /** What the framework has to say: unknown path, wrong method, wrong media type. */
  @ServerExceptionMapper
  Response framework(WebApplicationException e) {
    int status = e.getResponse().getStatus();
    Kind kind = Kind.ofStatus(status);
    Problem problem = kind.problem(detail(kind), List.of());
    Response.ResponseBuilder response = Response.fromResponse(respond(problem));
    List<Object> allow = e.getResponse().getHeaders().get(HttpHeaders.ALLOW);
    if (allow != null) {
      allow.forEach(method -> response.header(HttpHeaders.ALLOW, method));
    }
    return response.build();
  }

  /** The client went away, or sent more than the server reads. */
  @ServerExceptionMapper
  Response unreadable(IOException e) {
    if (e instanceof JsonProcessingException) {
      return unexpected(e);
    }
    LOG.debugf("a body could not be read: %s", e.getMessage());
    return respond(Kind.INVALID.problem("The body could not be read to its end.", List.of()));
  }

  /** The log has the stack trace, the client only what to look for there. */
  @ServerExceptionMapper
  Response unexpected(Throwable e) {
    String incident = UUID.randomUUID().toString();
    LOG.errorf(e, "incident %s", incident);
    return respond(
        Kind.INTERNAL.problem(
            "This is a bug. The master's log has more about it under " + incident + ".",
            List.of()));
  }

  static Response respond(Problem problem) {
    Response.ResponseBuilder response =
        Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
    if (problem.status() == Kind.UNAVAILABLE.status()) {
      response.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    }
    return response.build();
  }

  private static @Nullable String detail(Kind kind) {
    return switch (kind) {
      case NOT_FOUND -> "There is nothing at this path; /q/openapi describes the API.";
      case METHOD_NOT_ALLOWED -> "This path does not take this method.";
      case UNSUPPORTED_MEDIA_TYPE -> "The body must be application/json.";
      case NOT_ACCEPTABLE -> "The header Accept does not allow what this path answers with.";
      case TOO_LARGE -> BodyLimit.DETAIL;
      default -> null;
    };
  }

  private static FieldProblem fieldProblem(ConstraintViolation<?> violation) {
    String field = "";
    for (Path.Node node : violation.getPropertyPath()) {
      field = String.valueOf(node.getName());
    }
    return new FieldProblem(
        field, "is '" + violation.getInvalidValue() + "', but must be " + violation.getMessage());
  }
}
