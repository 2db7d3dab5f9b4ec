package dev.bourse.gateway.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bourse.topics.resources.Attribute;
import dev.bourse.topics.resources.Attributes;
import dev.bourse.topics.resources.Resources;
import dev.bourse.topics.view.AgentState;
import dev.bourse.topics.view.AgentView;
import dev.bourse.topics.view.Upkeep;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An agent. Times are ISO 8601, UTC, with milliseconds.
 *
 * @param id its id
 * @param state where it stands: {@code UNREACHABLE}, {@code GONE}, {@code DOWN} for maintenance;
 *     else what is done to it: {@code DRAINING}, {@code DRAINED}, {@code DEACTIVATED}; else {@code
 *     REGISTERED}
 * @param hostname for people
 * @param resources everything it has
 * @param used what is set aside for tasks that are not terminal
 * @param available the difference
 * @param reserved what is reserved for roles, in use or not
 * @param tasks how many tasks that are not terminal it has
 * @param region where it is
 * @param zone where in the region
 * @param upkeep what its operator has in mind with it; absent when nothing
 * @param attributes facts about it
 * @param isolation how it contains tasks
 * @param version of its program
 * @param registeredAt when it registered
 * @param changedAt when its state changed last
 */
@Schema(description = "An agent, and what is in use of it.")
public record Agent(
    String id,
    @Schema(
            enumeration = {
              "REGISTERED",
              "DEACTIVATED",
              "DRAINING",
              "DRAINED",
              "UNREACHABLE",
              "DOWN",
              "GONE"
            })
        String state,
    String hostname,
    @Schema(implementation = Object.class) ObjectNode resources,
    @Schema(implementation = Object.class) ObjectNode used,
    @Schema(implementation = Object.class) ObjectNode available,
    @Schema(implementation = Object.class) ObjectNode reserved,
    int tasks,
    @Nullable String region,
    @Nullable String zone,
    @Nullable AgentUpkeep upkeep,
    Map<String, String> attributes,
    String isolation,
    @Nullable String version,
    String registeredAt,
    String changedAt) {

  static Agent of(AgentView view, Resources used, int tasks) {
    return new Agent(
        view.id().value(),
        state(view),
        view.hostname(),
        Amounts.of(view.resources()),
        Amounts.of(used),
        Amounts.left(view.resources(), used),
        Amounts.byRole(view.resources()),
        tasks,
        view.region(),
        view.zone(),
        AgentUpkeep.of(view.upkeep()),
        attributes(view.attributes()),
        view.isolation(),
        view.version(),
        Times.show(view.registeredAt()),
        Times.show(view.changedAt()));
  }

  /** One word for where it stands and what is done to it. */
  static String state(AgentView view) {
    Upkeep upkeep = view.upkeep() == null ? Upkeep.NONE : view.upkeep();
    if (upkeep.down()) {
      return "DOWN";
    }
    if (view.state() != AgentState.REGISTERED) {
      return view.state().name();
    }
    if (upkeep.drain() != null) {
      return upkeep.drain().name();
    }
    return upkeep.deactivated() ? "DEACTIVATED" : view.state().name();
  }

  /** Of a name that is given twice the first value counts, as everywhere. */
  private static Map<String, String> attributes(Attributes attributes) {
    Map<String, String> byName = new LinkedHashMap<>();
    for (Attribute attribute : attributes.entries()) {
      byName.putIfAbsent(attribute.name(), attribute.value().toString());
    }
    return byName;
  }
}
