package dev.bourse.gateway.rest;

import dev.bourse.gateway.view.AgentTable;
import dev.bourse.topics.command.EndMaintenance;
import dev.bourse.topics.command.ScheduleMaintenance;
import dev.bourse.topics.command.StartMaintenance;
import dev.bourse.topics.framework.Window;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.view.AgentView;
import dev.bourse.topics.view.Upkeep;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Takes agents out of service and back. */
@Path("/v1/maintenance")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "maintenance")
@RunOnVirtualThread
public class MaintenanceResource {

  private static final String AGENTS = "agents";

  private final AgentTable agents;
  private final Operator operator;

  MaintenanceResource(AgentTable agents, Operator operator) {
    this.agents = agents;
    this.operator = operator;
  }

  /** Lists what is scheduled. */
  @GET
  @Operation(summary = "List the agents that are to be taken out of service, or are")
  @APIResponse(responseCode = "200", description = "The agents, by id.")
  public MaintenanceList list() {
    return new MaintenanceList(
        agents.all().stream()
            .filter(agent -> isConcerned(agent.upkeep()))
            .map(MaintenanceResource::show)
            .toList());
  }

  /** Says when agents are to be taken out of service. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Schedule the maintenance of agents",
      description = "Without effect on what runs; offers say when. A start of null calls it off.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema =
                  @Schema(
                      type = SchemaType.OBJECT,
                      examples =
                          "{\"agents\":[\"a1\"],\"start\":\"2030-01-31T08:00:00Z\",\"duration\":\"2h\"}")))
  @APIResponse(
      responseCode = "200",
      description = "It is scheduled, or called off.",
      content = @Content(schema = @Schema(implementation = Decision.class)))
  @APIResponse(responseCode = "202", ref = "pending")
  @APIResponse(responseCode = "400", ref = "invalid")
  @APIResponse(responseCode = "409", ref = "conflict")
  @APIResponse(responseCode = "503", ref = "unavailable")
  public Response schedule(byte @Nullable [] json) throws InterruptedException {
    Body body = Body.read(json);
    List<AgentId> ids = body.agents(AGENTS);
    if (!body.has("start")) {
      body.error("start", "is missing; null calls the maintenance off");
    }
    Long start = body.time("start");
    Long duration = body.duration("duration");
    if (duration != null && duration == 0) {
      body.error("duration", "is no time at all, but must be more; it may be left out");
    }
    body.close();
    return operator.respond(
        new ScheduleMaintenance(ids, start == null ? null : new Window(start, duration)));
  }

  /** Takes agents out of service. */
  @POST
  @Path("/start")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Take agents out of service",
      description = "What runs there is over, and the agents are refused. Each must be scheduled.")
  @APIResponse(
      responseCode = "200",
      description = "They are out of service.",
      content = @Content(schema = @Schema(implementation = Decision.class)))
  @APIResponse(responseCode = "202", ref = "pending")
  @APIResponse(responseCode = "400", ref = "invalid")
  @APIResponse(responseCode = "409", ref = "conflict")
  @APIResponse(responseCode = "503", ref = "unavailable")
  public Response start(byte @Nullable [] json) throws InterruptedException {
    return operator.respond(new StartMaintenance(ids(json)));
  }

  /** Lets agents back into service. */
  @POST
  @Path("/end")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Let agents back into service")
  @APIResponse(
      responseCode = "200",
      description = "They may register again.",
      content = @Content(schema = @Schema(implementation = Decision.class)))
  @APIResponse(responseCode = "202", ref = "pending")
  @APIResponse(responseCode = "400", ref = "invalid")
  @APIResponse(responseCode = "409", ref = "conflict")
  @APIResponse(responseCode = "503", ref = "unavailable")
  public Response end(byte @Nullable [] json) throws InterruptedException {
    return operator.respond(new EndMaintenance(ids(json)));
  }

  private static List<AgentId> ids(byte @Nullable [] json) {
    Body body = Body.read(json);
    List<AgentId> ids = body.agents(AGENTS);
    body.close();
    return ids;
  }

  private static boolean isConcerned(@Nullable Upkeep upkeep) {
    return upkeep != null && (upkeep.unavailability() != null || upkeep.down());
  }

  private static MaintenanceList.Scheduled show(AgentView agent) {
    Upkeep upkeep = agent.upkeep() == null ? Upkeep.NONE : agent.upkeep();
    Maintenance window = Maintenance.of(upkeep.unavailability());
    return new MaintenanceList.Scheduled(
        agent.id().value(),
        Agent.state(agent),
        upkeep.down(),
        window == null ? null : window.start(),
        window == null ? null : window.duration());
  }
}
