package dev.bourse.simulator.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Prints a tree: what is alike as a table, the rest as names with values. */
public final class TreePrinter {

  private static final int MAX_COLUMNS = 9;
  private static final int MAX_WIDTH = 44;
  private static final String GAP = "  ";

  private TreePrinter() {}

  /**
   * What is at a path.
   *
   * @param path names with {@code /} between them; empty for the whole
   * @return null when there is nothing
   */
  public static @Nullable JsonNode find(JsonNode tree, String path) {
    JsonNode node = tree;
    for (String name : path.split("/", -1)) {
      if (!name.isEmpty()) {
        node = node.get(name);
        if (node == null) {
          return null;
        }
      }
    }
    return node;
  }

  /** The lines of a node. */
  public static List<String> lines(JsonNode node) {
    if (!(node instanceof ObjectNode object)) {
      return List.of(text(node));
    }
    if (object.isEmpty()) {
      return List.of("(none)");
    }
    return isTable(object) ? table(object) : fields(object, "");
  }

  /** The branches of the whole tree, with how much there is of each. */
  public static List<String> overview(ObjectNode tree) {
    List<String> lines = new ArrayList<>();
    for (Map.Entry<String, JsonNode> branch : tree.properties()) {
      boolean isList = isTable(branch.getValue()) || branch.getValue().isEmpty();
      lines.add(
          isList
              ? branch.getKey() + "/  " + branch.getValue().size()
              : branch.getKey() + "\n" + String.join("\n", fields(branch.getValue(), GAP)));
    }
    return lines;
  }

  private static boolean isTable(JsonNode node) {
    return node.isObject()
        && !node.isEmpty()
        && node.properties().stream().allMatch(field -> field.getValue().isObject());
  }

  private static List<String> table(ObjectNode rows) {
    Set<String> columns = new LinkedHashSet<>();
    for (Map.Entry<String, JsonNode> row : rows.properties()) {
      for (Map.Entry<String, JsonNode> field : row.getValue().properties()) {
        if (field.getValue().isValueNode() && columns.size() < MAX_COLUMNS) {
          columns.add(field.getKey());
        }
      }
    }
    List<List<String>> cells = new ArrayList<>();
    List<String> heading = new ArrayList<>(List.of(""));
    columns.forEach(column -> heading.add(column.toUpperCase(Locale.ROOT)));
    cells.add(heading);
    for (Map.Entry<String, JsonNode> row : rows.properties()) {
      List<String> line = new ArrayList<>(List.of(row.getKey()));
      columns.forEach(column -> line.add(text(row.getValue().path(column))));
      cells.add(line);
    }
    return aligned(cells);
  }

  /** Rows of cells as lines of columns. */
  public static List<String> aligned(List<List<String>> rows) {
    int[] widths = new int[rows.getFirst().size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], Math.min(MAX_WIDTH, row.get(i).length()));
      }
    }
    List<String> lines = new ArrayList<>(rows.size());
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        String cell = row.get(i);
        String shown = cell.length() > MAX_WIDTH ? cell.substring(0, MAX_WIDTH - 1) + "…" : cell;
        line.append(shown).append(" ".repeat(widths[i] - shown.length())).append(GAP);
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  private static List<String> fields(JsonNode node, String indent) {
    List<String> lines = new ArrayList<>();
    int width = node.properties().stream().mapToInt(f -> f.getKey().length()).max().orElse(0);
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      String name = field.getKey();
      JsonNode value = field.getValue();
      if (value.isObject() && !value.isEmpty()) {
        lines.add(indent + name);
        lines.addAll(fields(value, indent + GAP));
      } else if (value.isArray() && !value.isEmpty() && value.get(0).isObject()) {
        for (int i = 0; i < value.size(); i++) {
          lines.add(indent + name + " " + (i + 1));
          lines.addAll(fields(value.get(i), indent + GAP));
        }
      } else {
        lines.add(indent + name + " ".repeat(width - name.length()) + GAP + text(value));
      }
    }
    return lines;
  }

  private static String text(JsonNode node) {
    if (node.isMissingNode() || node.isNull()) {
      return "-";
    }
    return node.isTextual() ? node.textValue() : node.toString();
  }
}
