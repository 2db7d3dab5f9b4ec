package dev.bourse.gateway.rest;

import dev.bourse.gateway.view.AgentTable;
import dev.bourse.gateway.view.TaskTable;
import dev.bourse.topics.resources.Resources;
import dev.bourse.topics.view.AgentView;
import dev.bourse.topics.view.TaskView;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Shows agents. */
@Path("/v1/agents")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "agents")
@RunOnVirtualThread
public class AgentsResource {

  private final AgentTable agents;
  private final TaskTable tasks;

  AgentsResource(AgentTable agents, TaskTable tasks) {
    this.agents = agents;
    this.tasks = tasks;
  }

  /** Lists agents. */
  @GET
  @Operation(summary = "List agents")
  @APIResponse(responseCode = "200", description = "All agents, and what is in use of them.")
  public AgentList list() {
    return new AgentList(agents.all().stream().map(this::withUse).toList());
  }

  private Agent withUse(AgentView agent) {
    List<TaskView> live = tasks.liveOn(agent.id());
    Resources used =
        live.stream().map(TaskView::resources).reduce(Resources.EMPTY, Resources::plus);
    return Agent.of(agent, used, live.size());
  }
}
