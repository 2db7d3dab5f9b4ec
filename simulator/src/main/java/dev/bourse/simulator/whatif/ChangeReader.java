package dev.bourse.simulator.whatif;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.bourse.topics.command.Settings;
import dev.bourse.topics.resources.Resources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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
 * settings: {launchesPerStep: 10}
 * </pre>
 */
public final class ChangeReader {

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
    Fields root = new Fields("", tree, "agents", "jobs", "runTimes", "settings");
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
    Resources resources = set.resources("resources");
    if (priority == null && role == null && resources == null) {
      throw rule.error("set", "is empty, but must have one of role, priority, resources");
    }
    return new Change.JobRule(
        rule.text("id"), rule.text("name"), rule.text("role"), role, priority, resources);
  }

  private static @Nullable Settings settings(Fields root) {
    if (!root.has("settings")) {
      return null;
    }
    Fields settings = root.object("settings", "launchesPerStep", "timersPerTick");
    Settings standard = Settings.DEFAULT;
    return new Settings(
        standard.agentRemovalMillis(),
        standard.agentMemoryMillis(),
        standard.rejectionMemoryMillis(),
        (int) settings.number("launchesPerStep", standard.launchesPerStep(), 1, Integer.MAX_VALUE),
        (int) settings.number("timersPerTick", standard.timersPerTick(), 1, Integer.MAX_VALUE));
  }

  /** The fields of an object, each of a kind that is known. */
  private static final class Fields {

    private final String path;
    private final JsonNode node;

    private Fields(String path, JsonNode node, String... known) {
      this.path = path;
      this.node = node;
      if (!node.isObject() && !node.isMissingNode() && !node.isNull()) {
        throw new IllegalArgumentException(
            (path.isEmpty() ? "the document" : path) + ": is " + node + ", but must be an object");
      }
      Set<String> names = new TreeSet<>(List.of(known));
      for (var field : node.properties()) {
        if (!names.contains(field.getKey())) {
          throw new IllegalArgumentException(
              at(field.getKey()) + ": is unknown; there is " + String.join(", ", known));
        }
      }
    }

    private String at(String name) {
      return path.isEmpty() ? name : path + "." + name;
    }

    private IllegalArgumentException error(String name, String problem) {
      return new IllegalArgumentException(at(name) + ": " + problem);
    }

    private IllegalArgumentException wrong(String name, String allowed) {
      return error(name, "is " + node.path(name) + ", but must be " + allowed);
    }

    private boolean has(String name) {
      return node.hasNonNull(name);
    }

    private Fields object(String name, String... known) {
      return new Fields(at(name), has(name) ? node.get(name) : MissingNode.getInstance(), known);
    }

    private List<Fields> list(String name, String... known) {
      List<Fields> items = new ArrayList<>();
      if (has(name)) {
        if (!node.get(name).isArray()) {
          throw wrong(name, "a list");
        }
        for (JsonNode item : node.get(name)) {
          items.add(new Fields(at(name) + "[" + items.size() + "]", item, known));
        }
      }
      return items;
    }

    private @Nullable String text(String name) {
      if (!has(name)) {
        return null;
      }
      if (!node.get(name).isValueNode()) {
        throw wrong(name, "a text");
      }
      return node.get(name).asText();
    }

    private Set<String> texts(String name) {
      Set<String> texts = new TreeSet<>();
      if (has(name)) {
        if (!node.get(name).isArray()) {
          throw wrong(name, "a list of names");
        }
        node.get(name).forEach(item -> texts.add(item.asText()));
      }
      return texts;
    }

    private long number(String name, long otherwise, long least, long most) {
      if (!has(name)) {
        return otherwise;
      }
      JsonNode value = node.get(name);
      if (!value.isIntegralNumber() || value.asLong() < least || value.asLong() > most) {
        throw wrong(name, "a whole number from " + least + " to " + most);
      }
      return value.asLong();
    }

    private long thousandths(String name, long otherwise, double most) {
      if (!has(name)) {
        return otherwise;
      }
      JsonNode value = node.get(name);
      if (!value.isNumber() || value.asDouble() <= 0 || value.asDouble() > most) {
        throw wrong(name, "a number above 0, at most " + (long) most);
      }
      return Math.round(value.asDouble() * THOUSAND);
    }

    private @Nullable Resources resources(String name) {
      String text = text(name);
      if (text == null) {
        return null;
      }
      try {
        return Resources.parse(text);
      } catch (IllegalArgumentException e) {
        throw error(name, String.valueOf(e.getMessage()));
      }
    }
  }
}
