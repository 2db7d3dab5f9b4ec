package dev.bourse.gateway.rest;

import dev.bourse.topics.command.Command;
import dev.bourse.topics.resources.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Shows roles, and sets their weights and quota. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "roles")
@RunOnVirtualThread
public class RolesResource {

  private static final String ROLE = "/roles/{role:.+}";
  private static final String ROLES = "/v1/roles/";

  private final RoleBook book;
  private final RoleChange change;
  private final Operator operator;

  RolesResource(RoleBook book, RoleChange change, Operator operator) {
    this.book = book;
    this.change = change;
    this.operator = operator;
  }

  /** Lists roles. */
  @GET
  @Path("/roles")
  @Operation(summary = "List roles: what is set for them, and what they hold")
  @APIResponse(
      responseCode = "200",
      description = "Every role that has settings, tasks, frameworks or jobs, and those above it.")
  public RoleList list() {
    return new RoleList(book.all());
  }

  /** Shows a role. */
  @GET
  @Path(ROLE)
  @Operation(summary = "Show a role")
  @APIResponse(responseCode = "200", description = "The role.")
  @APIResponse(responseCode = "400", ref = "invalid")
  @APIResponse(responseCode = "404", ref = "not-found")
  public Role get(@RestPath("role") String path, @Context HttpServerRequest request) {
    String role = asWritten(path, request);
    String problem = Roles.validate(role);
    if (problem != null) {
      throw ProblemException.invalid("role", problem.replaceFirst("^role: ", ""));
    }
    Role found = book.get(role);
    if (found == null) {
      throw new ProblemException(
          Kind.NOT_FOUND, "Nothing is set for the role " + role + ", and nobody uses it.");
    }
    return found;
  }

  /** Sets the weight and the quota of a role. */
  @PUT
  @Path(ROLE)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Set the weight, the limit or the guarantee of a role",
      description = "What is absent stays as it is; null takes it away.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema =
                  @Schema(
                      type = SchemaType.OBJECT,
                      examples =
                          "{\"weight\":2,\"limit\":\"cpus:8;memory:16384\",\"guarantee\":null}")))
  @APIResponse(
      responseCode = "200",
      description = "It counts.",
      content = @Content(schema = @Schema(implementation = Decision.class)))
  @APIResponse(responseCode = "202", ref = "pending")
  @APIResponse(responseCode = "400", ref = "invalid")
  @APIResponse(responseCode = "409", ref = "conflict")
  @APIResponse(responseCode = "503", ref = "unavailable")
  public Response set(
      @RestPath String role, @Context HttpServerRequest request, byte @Nullable [] body)
      throws InterruptedException {
    return respond(change.ofRole(asWritten(role, request), body));
  }

  /** Sets the quota of several roles. */
  @PUT
  @Path("/quota")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Set limits and guarantees of several roles, all or none of them",
      description = "What is absent stays as it is; null takes it away.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema =
                  @Schema(
                      type = SchemaType.OBJECT,
                      examples =
                          "{\"quotas\":[{\"role\":\"eng\",\"limit\":{\"cpus\":8}}],\"force\":true}")))
  @APIResponse(
      responseCode = "200",
      description = "They count.",
      content = @Content(schema = @Schema(implementation = Decision.class)))
  @APIResponse(responseCode = "202", ref = "pending")
  @APIResponse(responseCode = "400", ref = "invalid")
  @APIResponse(responseCode = "409", ref = "conflict")
  @APIResponse(responseCode = "503", ref = "unavailable")
  public Response setQuota(byte @Nullable [] body) throws InterruptedException {
    return respond(List.of(change.ofRoles(body)));
  }

  /**
   * The role as it is in the request. The server has put the path in order before it looked for a
   * resource: eng//x and eng/./x would be taken for eng/x, and eng/../x for x.
   */
  private static String asWritten(String role, HttpServerRequest request) {
    String path = request.path();
    if (path == null || !path.startsWith(ROLES)) {
      return role;
    }
    // A plus is a plus in a path.
    String rest = path.substring(ROLES.length()).replace("+", "%2B");
    return URLDecoder.decode(rest, StandardCharsets.UTF_8);
  }

  private Response respond(List<Command> commands) throws InterruptedException {
    Response response = operator.respond(commands);
    if (response.getStatus() == Response.Status.OK.getStatusCode()) {
      change.awaitRows(commands);
    }
    return response;
  }
}
