package dev.bourse.simulator.whatif;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.bourse.topics.command.RoleSettings;
import dev.bourse.topics.resources.Resources;
import dev.bourse.topics.resources.Roles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads a document of changes, YAML or JSON:
 *
 * <pre>
 * agents:
 *   times: 2                        # so many of each recorded agent
 *   resources: cpus:16;memory:65536 # what each of them has instead
 *   remove: [agent-3]
 *   add:
 *     - {count: 4, resources: "cpus:8;memory:16384"}
 * jobs:
 *   - role: batch                   # also id, name; what is given must match
 *     set: {priority: 10, role: other, resources: "cpus:0.5;memory:128"}
 * runTimes: 0.5                     # everything runs half as long
 * roles:                            # weight and quota, by role
 *   batch: {weight: 2, limit: "cpus:8;memory:16384"}
 *   other: {limit: none}
 * settings: {launchesPerStep: 10}
 * </pre>
 */
public final class ChangeReader {

  private static final String NO_LIMIT = "none";
  private static final double MAX_TIMES = 1_000;
  private static final int MAX_ADDED = 100_000;
  private static final int MAX_PRIORITY = 100;
  private static final long THOUSAND = 1_000;

  private ChangeReader() {}

  /**
   * Reads a file.
   *
   * @throws IllegalArgumentException naming the field, the value, and what is allowed
   */
  public static Change read(Path file) {
    try {
      return read(Files.readString(file));
    } catch (IOException e) {
      throw new IllegalArgumentException(file + ": cannot be read: " + e.getMessage(), e);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
  }

  /**
   * Reads a document.
   *
   * @throws IllegalArgumentException naming the field, the value, and what is allowed
   */
  public static Change read(String document) {
    JsonNode tree;
    try {
      tree = new YAMLMapper().readTree(document);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("is no YAML or JSON: " + e.getOriginalMessage(), e);
    }
    Fields root = new Fields("", tree, "agents", "jobs", "roles", "runTimes", "settings");
    List<Change.JobRule> rules = new ArrayList<>();
    for (Fields rule : root.list("jobs", "id", "name", "role", "set")) {
      rules.add(rule(rule));
    }
    return new Change(
        agents(root.object("agents", "times", "resources", "remove", "add")),
        settings(root),
        rules,
        root.thousandths("runTimes", THOUSAND, MAX_TIMES));
  }

  private static Change.Agents agents(Fields agents) {
    List<Change.Added> added = new ArrayList<>();
    for (Fields add : agents.list("add", "count", "resources")) {
      Resources resources = add.resources("resources");
      if (resources == null) {
        throw add.error("resources", "is missing");
      }
      added.add(new Change.Added((int) add.number("count", 1, 1, MAX_ADDED), resources));
    }
    return new Change.Agents(
        agents.thousandths("times", THOUSAND, MAX_TIMES),
        agents.resources("resources"),
        agents.texts("remove"),
        added);
  }

  private static Change.JobRule rule(Fields rule) {
    Fields set = rule.object("set", "role", "priority", "resources");
    Integer priority =
        set.has("priority") ? (int) set.number("priority", 0, 0, MAX_PRIORITY) : null;
    String role = set.text("role");
    if (role != null && Roles.validate(role) != null) {
      throw set.error("role", String.valueOf(Roles.validate(role)));
    }
    Resources resources = set.resources("resources");
    if (priority == null && role == null && resources == null) {
      throw rule.error("set", "is empty, but must have one of role, priority, resources");
    }
    return new Change.JobRule(
        rule.text("id"), rule.text("name"), rule.text("role"), role, priority, resources);
  }

  private static SettingsChange settings(Fields root) {
    Fields settings = root.object("settings", "launchesPerStep", "timersPerTick");
    SortedMap<String, SettingsChange.RoleChange> roles = new TreeMap<>();
    root.map("roles", "weight", "limit")
        .forEach((role, fields) -> roles.put(checked(role, root), role(fields)));
    return new SettingsChange(
        atLeastOne(settings, "launchesPerStep"), atLeastOne(settings, "timersPerTick"), roles);
  }

  private static @Nullable Integer atLeastOne(Fields settings, String name) {
    return settings.has(name) ? (int) settings.number(name, 1, 1, Integer.MAX_VALUE) : null;
  }

  private static String checked(String role, Fields root) {
    String problem = Roles.validate(role);
    if (problem != null) {
      throw root.error("roles", problem);
    }
    return role;
  }

  private static SettingsChange.RoleChange role(Fields role) {
    if (!role.has("weight") && !role.has("limit")) {
      throw role.error("weight", "is missing, and so is limit; give one of them");
    }
    boolean unlimited = NO_LIMIT.equals(role.text("limit"));
    SettingsChange.RoleChange change =
        new SettingsChange.RoleChange(
            role.has("weight") ? (int) role.thousandths("weight", THOUSAND, MAX_TIMES) : null,
            unlimited ? null : role.quantities("limit"),
            unlimited);
    try {
      change.of(RoleSettings.DEFAULT);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(role.path() + "." + e.getMessage(), e);
    }
    return change;
  }
}
