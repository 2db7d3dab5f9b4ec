package dev.bourse.gateway.rest;

import dev.bourse.gateway.command.Submission;
import dev.bourse.gateway.command.SubmissionWriter;
import dev.bourse.gateway.view.JobWaits;
import dev.bourse.gateway.view.Position;
import dev.bourse.topics.id.JobId;
import dev.bourse.topics.job.JobDocuments;
import dev.bourse.topics.job.JobState;
import dev.bourse.topics.resources.Quantity;
import dev.bourse.topics.view.JobView;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Takes jobs. */
@Path("/v1/jobs")
@Tag(name = "jobs")
@RunOnVirtualThread
public class SubmissionResource {

  private static final String MAX_WAIT = "5m";

  private final SubmissionWriter writer;
  private final JobWaits waits;

  SubmissionResource(SubmissionWriter writer, JobWaits waits) {
    this.writer = writer;
    this.waits = waits;
  }

  /** Submits a job. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Submit a job",
      description =
          "The same id with the same document is the same job; with another document it is a conflict.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema =
                  @Schema(
                      type = SchemaType.OBJECT,
                      description = "A job document.",
                      examples =
                          "{\"command\":[\"echo\",\"hello\"],\"resources\":{\"cpus\":0.5}}")))
  @APIResponse(
      responseCode = "202",
      description = "On the log; not decided yet, or the wait ran out.",
      content = @Content(schema = @Schema(implementation = Accepted.class)))
  @APIResponse(
      responseCode = "200",
      description = "The job is what was waited for, or over.",
      content = @Content(schema = @Schema(implementation = Job.class)))
  @APIResponse(responseCode = "400", ref = "invalid")
  @APIResponse(responseCode = "409", ref = "conflict")
  @APIResponse(responseCode = "413", ref = "too-large")
  @APIResponse(responseCode = "503", ref = "unavailable")
  public Response submit(
      byte @Nullable [] body,
      @Parameter(description = "Answer when the job is decided, running or done.")
          @QueryParam("wait")
          @OneOf({"decided", "running", "done"})
          @Nullable String wait,
      @Parameter(description = "How long to wait at most; up to 5m.")
          @QueryParam("waitTimeout")
          @DefaultValue("30s")
          @DurationText(max = MAX_WAIT)
          String waitTimeout)
      throws InterruptedException {
    Submission submission = read(body == null ? new byte[0] : body);
    Position position = writer.submit(submission.id(), submission.document());
    if (wait == null) {
      return accepted(submission.id(), position);
    }
    Duration limit = Duration.ofMillis(Quantity.duration(waitTimeout));
    JobWaits.Outcome outcome =
        waits.await(submission.id(), position, submission::hasCaused, Goal.of(wait), limit);
    return respond(submission.id(), position, outcome);
  }

  private static Submission read(byte[] body) {
    if (body.length > JobDocuments.MAX_BYTES) {
      throw new ProblemException(Kind.TOO_LARGE, BodyLimit.DETAIL);
    }
    Submission submission =
        Submission.read(
            body,
            () ->
                JobId.timeOrdered(
                    System.currentTimeMillis(), ThreadLocalRandom.current().nextLong()));
    if (submission.document().length > JobDocuments.MAX_BYTES) {
      throw new ProblemException(Kind.TOO_LARGE, BodyLimit.DETAIL + " With its id it has more.");
    }
    return submission;
  }

  private static Response respond(JobId id, Position position, JobWaits.Outcome outcome) {
    if (outcome.rejection() != null) {
      throw new ProblemException(Kind.CONFLICT, outcome.rejection());
    }
    JobView job = outcome.job();
    if (job == null) {
      return accepted(id, position);
    }
    if (job.state() == JobState.REJECTED) {
      throw new ProblemException(
          Kind.CONFLICT, "The job " + id + " was rejected.", Job.errors(job));
    }
    return Response.ok(Job.of(job)).build();
  }

  private static Response accepted(JobId id, Position position) {
    return Response.accepted(new Accepted(id.value(), position.toString()))
        .location(URI.create("/v1/jobs/" + id))
        .build();
  }
}
