package dev.bourse.gateway.rest;

import dev.bourse.gateway.command.SubmissionWriter;
import dev.bourse.gateway.view.JobTable;
import dev.bourse.gateway.view.Position;
import dev.bourse.gateway.view.TaskTable;
import dev.bourse.topics.id.JobId;
import dev.bourse.topics.job.JobState;
import dev.bourse.topics.view.JobView;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Collection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Shows jobs and their tasks, and ends jobs. */
@Path("/v1/jobs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "jobs")
@RunOnVirtualThread
public class JobsResource {

  private final JobTable jobs;
  private final TaskTable tasks;
  private final JobLookup lookup;
  private final SubmissionWriter writer;

  JobsResource(JobTable jobs, TaskTable tasks, JobLookup lookup, SubmissionWriter writer) {
    this.jobs = jobs;
    this.tasks = tasks;
    this.lookup = lookup;
    this.writer = writer;
  }

  /** Lists jobs. */
  @GET
  @Operation(summary = "List jobs, the newest first")
  @APIResponse(responseCode = "200", description = "Some jobs.")
  @APIResponse(responseCode = "400", ref = "invalid")
  public JobPage list(
      @Parameter(description = "Only jobs in this state.")
          @QueryParam("state")
          @OneOf({"QUEUED", "RUNNING", "SUCCEEDED", "FAILED", "CANCELLED", "REJECTED"})
          @Nullable String state,
      @Parameter(description = "Only jobs of this role, and of the roles below it.")
          @QueryParam("role")
          @Nullable String role,
      @Parameter(
              description = "Only jobs with this label, KEY=VALUE; of several, with all of them.")
          @QueryParam("label")
          List<@Pattern(regexp = Params.LABEL, message = Params.LABEL_MESSAGE) String> label,
      @Parameter(description = "At most so many, 1 to 1000.")
          @QueryParam("limit")
          @DefaultValue("100")
          @Pattern(regexp = Params.LIMIT, message = Params.LIMIT_MESSAGE)
          String limit,
      @Parameter(description = "Only jobs older than the one with this id.")
          @QueryParam("after")
          @Pattern(regexp = Params.ID, message = Params.ID_MESSAGE)
          @Nullable String after) {
    int size = Integer.parseInt(limit);
    List<JobView> found =
        candidates(after).stream()
            .filter(new JobFilter(state, role, label))
            .limit(size + 1L)
            .toList();
    List<JobView> page = found.subList(0, Math.min(size, found.size()));
    String next = found.size() > size ? page.getLast().id().value() : null;
    return new JobPage(page.stream().map(Job::of).toList(), next);
  }

  private Collection<JobView> candidates(@Nullable String after) {
    if (after == null) {
      return jobs.newestFirst();
    }
    JobView last = jobs.get(new JobId(after));
    if (last == null) {
      throw ProblemException.invalid("after", "is '" + after + "', but there is no such job");
    }
    return jobs.olderThan(last);
  }

  /** Shows a job. */
  @GET
  @Path("/{id}")
  @Operation(summary = "Show a job")
  @APIResponse(responseCode = "200", description = "The job.")
  @APIResponse(responseCode = "404", ref = "not-found")
  @APIResponse(responseCode = "409", ref = "conflict")
  public Job get(
      @RestPath @Pattern(regexp = Params.ID, message = Params.ID_MESSAGE) String id,
      @Parameter(description = Params.POSITION_DESCRIPTION)
          @QueryParam("position")
          @Pattern(regexp = Position.FORMAT, message = Params.POSITION_MESSAGE)
          @Nullable String position)
      throws InterruptedException {
    return Job.of(lookup.find(id, position));
  }

  /** Ends a job. */
  @DELETE
  @Path("/{id}")
  @Operation(
      summary = "Cancel a job",
      description = "At once when it waits, with its kill grace when it runs.")
  @APIResponse(
      responseCode = "202",
      description = "On the log; the job will end.",
      content = @Content(schema = @Schema(implementation = Accepted.class)))
  @APIResponse(
      responseCode = "200",
      description = "It was cancelled before.",
      content = @Content(schema = @Schema(implementation = Job.class)))
  @APIResponse(responseCode = "404", ref = "not-found")
  @APIResponse(responseCode = "409", ref = "conflict")
  @APIResponse(responseCode = "503", ref = "unavailable")
  public Response cancel(
      @RestPath @Pattern(regexp = Params.ID, message = Params.ID_MESSAGE) String id,
      @Parameter(description = Params.POSITION_DESCRIPTION)
          @QueryParam("position")
          @Pattern(regexp = Position.FORMAT, message = Params.POSITION_MESSAGE)
          @Nullable String position)
      throws InterruptedException {
    JobView job = lookup.find(id, position);
    if (job.state() == JobState.CANCELLED) {
      return Response.ok(Job.of(job)).build();
    }
    if (job.state().isTerminal()) {
      throw new ProblemException(
          Kind.CONFLICT, "The job " + id + " is over: it is " + job.state() + ".");
    }
    Position written = writer.cancel(job.id());
    return Response.accepted(new Accepted(id, written.toString())).build();
  }

  /** Shows a job's tasks. */
  @GET
  @Path("/{id}/tasks")
  @Operation(summary = "Show the tasks of a job")
  @APIResponse(responseCode = "200", description = "Its tasks; none before its first launch.")
  @APIResponse(responseCode = "404", ref = "not-found")
  public TaskList tasks(
      @RestPath @Pattern(regexp = Params.ID, message = Params.ID_MESSAGE) String id,
      @Parameter(description = Params.POSITION_DESCRIPTION)
          @QueryParam("position")
          @Pattern(regexp = Position.FORMAT, message = Params.POSITION_MESSAGE)
          @Nullable String position)
      throws InterruptedException {
    JobView job = lookup.find(id, position);
    return new TaskList(tasks.ofJob(job.id()).stream().map(Task::of).toList());
  }
}
