package dev.bourse.gateway.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bourse.gateway.view.JobTable;
import dev.bourse.gateway.view.Position;
import dev.bourse.gateway.view.TaskTable;
import dev.bourse.topics.view.JobView;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.constraints.Pattern;
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

/** Shows how a job changes. */
@Path("/v1/jobs/{id}/events")
@Tag(name = "jobs")
@RunOnVirtualThread
public class EventsResource {

  private static final Logger LOG = Logger.getLogger(EventsResource.class);

  private final JobLookup lookup;
  private final JobTable jobs;
  private final TaskTable tasks;
  private final ObjectMapper mapper;

  EventsResource(JobLookup lookup, JobTable jobs, TaskTable tasks, ObjectMapper mapper) {
    this.lookup = lookup;
    this.jobs = jobs;
    this.tasks = tasks;
    this.mapper = mapper;
  }

  /** Streams changes. */
  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Operation(
      summary = "Stream the changes of a job",
      description =
          "Events: job (a Job) and task (a Task), first as they are now, then with every change, and"
              + " done {state} after the last one, after which the server closes.")
  @APIResponse(
      responseCode = "200",
      description = "Server-sent events.",
      content =
          @Content(
              mediaType = MediaType.SERVER_SENT_EVENTS,
              schema = @Schema(type = SchemaType.STRING)))
  @APIResponse(responseCode = "404", ref = "not-found")
  public StreamingOutput events(
      @RestPath @Pattern(regexp = Params.ID, message = Params.ID_MESSAGE) String id,
      @Parameter(description = Params.POSITION_DESCRIPTION)
          @QueryParam("position")
          @Pattern(regexp = Position.FORMAT, message = Params.POSITION_MESSAGE)
          @Nullable String position,
      @Context RoutingContext context)
      throws InterruptedException {
    JobView job = lookup.find(id, position);
    return out -> stream(job, new EventStream(out, context.response(), mapper));
  }

  private void stream(JobView job, EventStream events) {
    try {
      new JobEvents(jobs, tasks, events).run(job.id(), job.task());
    } catch (IOException e) {
      LOG.debugf("events of %s: %s", job.id(), e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
