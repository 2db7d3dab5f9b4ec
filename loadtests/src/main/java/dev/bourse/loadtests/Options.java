package dev.bourse.loadtests;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** {@code --name value} pairs, and switches without a value. */
final class Options {

  private final Map<String, String> values = new TreeMap<>();

  private Options() {}

  /**
   * Reads them.
   *
   * @param switches the options that have no value
   * @throws IllegalArgumentException when they are neither
   */
  static Options parse(String[] args, String... switches) {
    Options options = new Options();
    int at = 0;
    while (at < args.length) {
      String arg = args[at++];
      if (!arg.startsWith("--")) {
        throw new IllegalArgumentException("'" + arg + "' is no option");
      }
      String name = arg.substring(2);
      if (List.of(switches).contains(name)) {
        options.values.put(name, "yes");
      } else if (at < args.length) {
        options.values.put(name, args[at++]);
      } else {
        throw new IllegalArgumentException("option " + arg + " has no value");
      }
    }
    return options;
  }

  /** Whether a switch is given. */
  boolean has(String name) {
    return values.containsKey(name);
  }

  String text(String name, @Nullable String fallback) {
    String value = values.getOrDefault(name, fallback == null ? "" : fallback);
    if (value.isEmpty()) {
      throw new IllegalArgumentException("option --" + name + " is missing");
    }
    return value;
  }

  int number(String name, int fallback) {
    String text = text(name, Integer.toString(fallback));
    try {
      int value = Integer.parseInt(text);
      if (value >= 1 && value <= 1_000_000) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw new IllegalArgumentException(
        "option --" + name + " is '" + text + "', but must be from 1 to 1000000");
  }
}
