package dev.bourse.loadtests;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** {@code --name value} pairs. */
final class Options {

  private final Map<String, String> values = new TreeMap<>();

  private Options() {}

  /**
   * Reads them.
   *
   * @throws IllegalArgumentException when they are not pairs
   */
  static Options parse(String[] args) {
    if (args.length % 2 != 0) {
      throw new IllegalArgumentException("option " + args[args.length - 1] + " has no value");
    }
    Options options = new Options();
    for (int i = 0; i < args.length; i += 2) {
      if (!args[i].startsWith("--")) {
        throw new IllegalArgumentException("'" + args[i] + "' is no option");
      }
      options.values.put(args[i].substring(2), args[i + 1]);
    }
    return options;
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
