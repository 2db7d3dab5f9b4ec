package dev.bourse.gateway.rest;

import dev.bourse.gateway.view.FrameworkTable;
import dev.bourse.gateway.view.OfferTable;
import dev.bourse.gateway.view.TaskTable;
import dev.bourse.topics.command.TeardownFramework;
import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.view.FrameworkView;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Shows frameworks, and ends them. */
@Path("/v1/frameworks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "frameworks")
@RunOnVirtualThread
public class FrameworksResource {

  private final FrameworkTable frameworks;
  private final TaskTable tasks;
  private final OfferTable offers;
  private final Operator operator;

  FrameworksResource(
      FrameworkTable frameworks, TaskTable tasks, OfferTable offers, Operator operator) {
    this.frameworks = frameworks;
    this.tasks = tasks;
    this.offers = offers;
    this.operator = operator;
  }

  /** Lists frameworks. */
  @GET
  @Operation(summary = "List frameworks")
  @APIResponse(responseCode = "200", description = "All frameworks that are remembered.")
  public FrameworkList list() {
    return new FrameworkList(frameworks.all().stream().map(this::show).toList());
  }

  /** Shows a framework. */
  @GET
  @Path("/{id}")
  @Operation(summary = "Show a framework")
  @APIResponse(responseCode = "200", description = "The framework.")
  @APIResponse(responseCode = "404", ref = "not-found")
  public Framework get(
      @RestPath @Pattern(regexp = Params.FRAMEWORK, message = Params.FRAMEWORK_MESSAGE) String id) {
    return show(find(id));
  }

  /** Shows a framework's tasks. */
  @GET
  @Path("/{id}/tasks")
  @Operation(summary = "Show the tasks of a framework")
  @APIResponse(responseCode = "200", description = "Its tasks, as long as they are remembered.")
  @APIResponse(responseCode = "404", ref = "not-found")
  public TaskList tasks(
      @RestPath @Pattern(regexp = Params.FRAMEWORK, message = Params.FRAMEWORK_MESSAGE) String id) {
    return new TaskList(tasks.ofFramework(find(id).id()).stream().map(Task::of).toList());
  }

  /** Ends a framework. */
  @DELETE
  @Path("/{id}")
  @Operation(
      summary = "Tear a framework down",
      description = "All of its tasks are killed, and its id is retired.")
  @APIResponse(
      responseCode = "200",
      description = "It is over.",
      content = @Content(schema = @Schema(implementation = Decision.class)))
  @APIResponse(responseCode = "202", ref = "pending")
  @APIResponse(responseCode = "404", ref = "not-found")
  @APIResponse(responseCode = "409", ref = "conflict")
  @APIResponse(responseCode = "503", ref = "unavailable")
  public Response teardown(
      @RestPath @Pattern(regexp = Params.FRAMEWORK, message = Params.FRAMEWORK_MESSAGE) String id)
      throws InterruptedException {
    return operator.respond(new TeardownFramework(find(id).id(), null));
  }

  private FrameworkView find(String id) {
    FrameworkView framework = frameworks.get(new FrameworkId(id));
    if (framework == null) {
      throw new ProblemException(Kind.NOT_FOUND, "There is no framework " + id + ".");
    }
    return framework;
  }

  private Framework show(FrameworkView framework) {
    return Framework.of(
        framework, tasks.ofFramework(framework.id()), offers.countOf(framework.id()));
  }
}
