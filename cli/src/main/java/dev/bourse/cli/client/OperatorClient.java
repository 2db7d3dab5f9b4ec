package dev.bourse.cli.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The requests that operators make. */
public final class OperatorClient {

  private static final String MAINTENANCE = "/v1/maintenance";

  private final BourseClient client;

  OperatorClient(BourseClient client) {
    this.client = client;
  }

  /** All roles of which something is known. */
  public JsonNode roles() throws ClientException {
    return client.get("/v1/roles").path("roles");
  }

  /** Sets what the document names for a role. */
  public Decision setRole(String role, ObjectNode document) throws ClientException {
    String path =
        Arrays.stream(role.split("/", -1)).map(Query::encode).collect(Collectors.joining("/"));
    return decide("PUT", "/v1/roles/" + path, document);
  }

  /** All frameworks. */
  public JsonNode frameworks() throws ClientException {
    return client.get("/v1/frameworks").path("frameworks");
  }

  /** Ends a framework. */
  public Decision teardown(String framework) throws ClientException {
    return decide("DELETE", "/v1/frameworks/" + Query.encode(framework), null);
  }

  /** The offers that have not been answered; of one framework or agent, or of all for null. */
  public JsonNode offers(@Nullable String framework, @Nullable String agent)
      throws ClientException {
    Query query = new Query().with("framework", framework).with("agent", agent);
    return client.get("/v1/offers" + query).path("offers");
  }

  /** Does something to an agent: {@code drain}, {@code deactivate} and so on. */
  public Decision agent(String agent, String what, ObjectNode document) throws ClientException {
    return decide("POST", "/v1/agents/" + Query.encode(agent) + "/" + what, document);
  }

  /** The agents that are to be taken out of service, or are. */
  public JsonNode maintenance() throws ClientException {
    return client.get(MAINTENANCE).path("agents");
  }

  /**
   * Says when agents are to be taken out of service.
   *
   * @param start ISO 8601; null to call it off
   * @param duration null when it is not known
   */
  public Decision schedule(List<String> agents, @Nullable String start, @Nullable String duration)
      throws ClientException {
    ObjectNode document = document(agents).put("start", start);
    if (duration != null) {
      document.put("duration", duration);
    }
    return decide("POST", MAINTENANCE, document);
  }

  /** Takes agents out of service. */
  public Decision startMaintenance(List<String> agents) throws ClientException {
    return decide("POST", MAINTENANCE + "/start", document(agents));
  }

  /** Lets agents back into service. */
  public Decision endMaintenance(List<String> agents) throws ClientException {
    return decide("POST", MAINTENANCE + "/end", document(agents));
  }

  private static ObjectNode document(List<String> agents) {
    ObjectNode document = Json.object();
    agents.forEach(document.putArray("agents")::add);
    return document;
  }

  private Decision decide(String method, String path, @Nullable ObjectNode document)
      throws ClientException {
    JsonNode answer = client.send(method, path, document);
    return new Decision(
        answer.path("state").asText().equals("APPLIED"), answer.path("message").asText());
  }
}
