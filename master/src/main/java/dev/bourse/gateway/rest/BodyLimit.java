package dev.bourse.gateway.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bourse.topics.job.JobDocuments;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Refuses bodies that say that they are larger than any job document, before they are read. The
 * server's own limit, {@code quarkus.http.limits.max-body-size}, would answer with nothing but a
 * status; it remains for those that do not say how large they are.
 */
@Singleton
final class BodyLimit {

  static final String DETAIL = "A request may have at most " + JobDocuments.MAX_BYTES + " bytes.";

  /** Before the server's own check. */
  private static final int PRIORITY = 100;

  private final byte[] problem;

  BodyLimit(ObjectMapper mapper) throws JsonProcessingException {
    problem = mapper.writeValueAsBytes(Kind.TOO_LARGE.problem(DETAIL, List.of()));
  }

  void register(@Observes Filters filters) {
    filters.register(this::check, PRIORITY);
  }

  private void check(RoutingContext context) {
    if (length(context.request().getHeader(HttpHeaders.CONTENT_LENGTH)) <= JobDocuments.MAX_BYTES) {
      context.next();
      return;
    }
    context
        .response()
        .setStatusCode(Kind.TOO_LARGE.status())
        .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
        // The body is still to come, and nobody will read it.
        .putHeader(HttpHeaders.CONNECTION, "close")
        .end(io.vertx.core.buffer.Buffer.buffer(problem));
  }

  private static long length(@Nullable String header) {
    try {
      return header == null ? 0 : Long.parseLong(header);
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
