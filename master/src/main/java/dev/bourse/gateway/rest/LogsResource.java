package dev.bourse.gateway.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bourse.gateway.log.LogReader;
import dev.bourse.gateway.log.LogRequest;
import dev.bourse.gateway.view.Position;
import dev.bourse.topics.log.LogStream;
import dev.bourse.topics.view.JobView;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Shows what a job's task writes. */
@Path("/v1/jobs/{id}/logs")
@Tag(name = "jobs")
@RunOnVirtualThread
public class LogsResource {

  private static final Logger LOG = Logger.getLogger(LogsResource.class);

  private final JobLookup lookup;
  private final LogReader reader;
  private final ObjectMapper mapper;

  LogsResource(JobLookup lookup, LogReader reader, ObjectMapper mapper) {
    this.lookup = lookup;
    this.reader = reader;
    this.mapper = mapper;
  }

  /** Streams output. */
  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Operation(
      summary = "Stream the output of a job",
      description =
          "Events: stdout and stderr {attempt, position, text or base64}, end {attempt, stream,"
              + " dropped}, and done {state}, after which the server closes. Comments keep the"
              + " connection alive.")
  @APIResponse(
      responseCode = "200",
      description = "Server-sent events.",
      content =
          @Content(
              mediaType = MediaType.SERVER_SENT_EVENTS,
              schema = @Schema(type = SchemaType.STRING)))
  @APIResponse(responseCode = "404", ref = "not-found")
  @APIResponse(responseCode = "503", ref = "unavailable")
  public StreamingOutput logs(
      @RestPath @Pattern(regexp = Params.ID, message = Params.ID_MESSAGE) String id,
      @Parameter(description = "Whether to go on until the job is over.")
          @QueryParam("follow")
          @DefaultValue("false")
          @OneOf({"true", "false"})
          String follow,
      @Parameter(description = "Only this stream.")
          @QueryParam("stream")
          @OneOf({"stdout", "stderr"})
          @Nullable String stream,
      @Parameter(description = Params.POSITION_DESCRIPTION)
          @QueryParam("position")
          @Pattern(regexp = Position.FORMAT, message = Params.POSITION_MESSAGE)
          @Nullable String position,
      @Context RoutingContext context)
      throws InterruptedException {
    JobView job = lookup.find(id, position);
    LogStream only = stream == null ? null : LogStream.of(stream);
    LogRequest request = new LogRequest(job, Boolean.parseBoolean(follow), only);
    if (!reader.tryAcquire()) {
      throw new ProblemException(
          Kind.UNAVAILABLE, LogReader.MAX_REQUESTS + " requests for output are being served.");
    }
    return out -> stream(request, new EventStream(out, context.response(), mapper));
  }

  private void stream(LogRequest request, EventStream events) {
    try {
      // The client sees at once that its request is being served.
      events.keepAlive();
      reader.read(request, new LogEvents(events));
    } catch (IOException e) {
      LOG.debugf("output of %s: %s", request.job().id(), e.getMessage());
    } finally {
      reader.release();
    }
  }
}
