package dev.bourse.gateway.rest;

import dev.bourse.gateway.view.AgentTable;
import dev.bourse.topics.command.DeactivateAgent;
import dev.bourse.topics.command.DrainAgent;
import dev.bourse.topics.command.MarkAgentGone;
import dev.bourse.topics.command.ReactivateAgent;
import dev.bourse.topics.command.ReserveResources;
import dev.bourse.topics.command.UnreserveResources;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.resources.Resources;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
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
import org.jspecify.annotations.Nullable;

/** Does to agents what operators want. */
@Path("/v1/agents/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "agents")
@RunOnVirtualThread
public class AgentOperationsResource {

  private final AgentTable agents;
  private final Operator operator;

  AgentOperationsResource(AgentTable agents, Operator operator) {
    this.agents = agents;
    this.operator = operator;
  }

  /** Empties an agent. */
  @POST
  @Path("/drain")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Empty an agent",
      description =
          "Nothing more of it is offered, and its tasks are killed. {\"maxGrace\": \"10s\", \"deadline\": \"5m\", \"markGone\": true}, all optional.")
  @APIResponse(
      responseCode = "200",
      description = "It counts.",
      content = @Content(schema = @Schema(implementation = Decision.class)))
  @APIResponse(responseCode = "202", ref = "pending")
  @APIResponse(responseCode = "400", ref = "invalid")
  @APIResponse(responseCode = "404", ref = "not-found")
  @APIResponse(responseCode = "409", ref = "conflict")
  @APIResponse(responseCode = "503", ref = "unavailable")
  public Response drain(
      @RestPath @Pattern(regexp = Params.ID, message = Params.ID_MESSAGE) String id,
      byte @Nullable [] json)
      throws InterruptedException {
    AgentId agent = find(id);
    Body body = Body.read(json);
    Long maxGrace = body.duration("maxGrace");
    Long deadline = body.duration("deadline");
    Boolean markGone = body.flag("markGone");
    body.close();
    return operator.respond(new DrainAgent(agent, maxGrace, deadline, markGone));
  }

  /** Offers nothing more of an agent. */
  @POST
  @Path("/deactivate")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Offer nothing more of an agent", description = "Its tasks go on.")
  @APIResponse(
      responseCode = "200",
      description = "It counts.",
      content = @Content(schema = @Schema(implementation = Decision.class)))
  @APIResponse(responseCode = "202", ref = "pending")
  @APIResponse(responseCode = "400", ref = "invalid")
  @APIResponse(responseCode = "404", ref = "not-found")
  @APIResponse(responseCode = "409", ref = "conflict")
  @APIResponse(responseCode = "503", ref = "unavailable")
  public Response deactivate(
      @RestPath @Pattern(regexp = Params.ID, message = Params.ID_MESSAGE) String id,
      byte @Nullable [] json)
      throws InterruptedException {
    AgentId agent = find(id);
    Body body = Body.read(json);
    body.close();
    return operator.respond(new DeactivateAgent(agent));
  }

  /** Offers an agent again. */
  @POST
  @Path("/reactivate")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Offer an agent again",
      description = "After it was deactivated, or has been drained.")
  @APIResponse(
      responseCode = "200",
      description = "It counts.",
      content = @Content(schema = @Schema(implementation = Decision.class)))
  @APIResponse(responseCode = "202", ref = "pending")
  @APIResponse(responseCode = "400", ref = "invalid")
  @APIResponse(responseCode = "404", ref = "not-found")
  @APIResponse(responseCode = "409", ref = "conflict")
  @APIResponse(responseCode = "503", ref = "unavailable")
  public Response reactivate(
      @RestPath @Pattern(regexp = Params.ID, message = Params.ID_MESSAGE) String id,
      byte @Nullable [] json)
      throws InterruptedException {
    AgentId agent = find(id);
    Body body = Body.read(json);
    body.close();
    return operator.respond(new ReactivateAgent(agent));
  }

  /** Declares an agent gone. */
  @POST
  @Path("/gone")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Declare an agent gone for ever",
      description =
          "Its tasks are lost, and their jobs may start elsewhere. Should it come back, it is told to stop.")
  @APIResponse(
      responseCode = "200",
      description = "It counts.",
      content = @Content(schema = @Schema(implementation = Decision.class)))
  @APIResponse(responseCode = "202", ref = "pending")
  @APIResponse(responseCode = "400", ref = "invalid")
  @APIResponse(responseCode = "404", ref = "not-found")
  @APIResponse(responseCode = "409", ref = "conflict")
  @APIResponse(responseCode = "503", ref = "unavailable")
  public Response gone(
      @RestPath @Pattern(regexp = Params.ID, message = Params.ID_MESSAGE) String id,
      byte @Nullable [] json)
      throws InterruptedException {
    AgentId agent = find(id);
    Body body = Body.read(json);
    body.close();
    return operator.respond(new MarkAgentGone(agent));
  }

  /** Reserves resources of an agent. */
  @POST
  @Path("/reserve")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Reserve what no task uses on an agent, or move a reservation",
      description =
          "{\"resources\": \"cpus(+eng):2\"}, as they are to be; with \"source\", as they are now, a reservation is moved.")
  @APIResponse(
      responseCode = "200",
      description = "It counts.",
      content = @Content(schema = @Schema(implementation = Decision.class)))
  @APIResponse(responseCode = "202", ref = "pending")
  @APIResponse(responseCode = "400", ref = "invalid")
  @APIResponse(responseCode = "404", ref = "not-found")
  @APIResponse(responseCode = "409", ref = "conflict")
  @APIResponse(responseCode = "503", ref = "unavailable")
  public Response reserve(
      @RestPath @Pattern(regexp = Params.ID, message = Params.ID_MESSAGE) String id,
      byte @Nullable [] json)
      throws InterruptedException {
    AgentId agent = find(id);
    Body body = Body.read(json);
    Resources resources = body.resources("resources");
    Resources source = body.has("source") ? body.resources("source") : null;
    return operator.respond(
        body.close(
            resources == null
                ? null
                : body.make(() -> new ReserveResources(agent, resources, source))));
  }

  /** Takes a reservation back. */
  @POST
  @Path("/unreserve")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Take the last reservation off what no task uses on an agent",
      description = "{\"resources\": \"cpus(+eng):2\"}, as they are.")
  @APIResponse(
      responseCode = "200",
      description = "It counts.",
      content = @Content(schema = @Schema(implementation = Decision.class)))
  @APIResponse(responseCode = "202", ref = "pending")
  @APIResponse(responseCode = "400", ref = "invalid")
  @APIResponse(responseCode = "404", ref = "not-found")
  @APIResponse(responseCode = "409", ref = "conflict")
  @APIResponse(responseCode = "503", ref = "unavailable")
  public Response unreserve(
      @RestPath @Pattern(regexp = Params.ID, message = Params.ID_MESSAGE) String id,
      byte @Nullable [] json)
      throws InterruptedException {
    AgentId agent = find(id);
    Body body = Body.read(json);
    Resources resources = body.resources("resources");
    return operator.respond(
        body.close(
            resources == null ? null : body.make(() -> new UnreserveResources(agent, resources))));
  }

  private AgentId find(String id) {
    AgentId agent = new AgentId(id);
    if (agents.get(agent) == null) {
      throw new ProblemException(Kind.NOT_FOUND, "There is no agent " + id + ".");
    }
    return agent;
  }
}
