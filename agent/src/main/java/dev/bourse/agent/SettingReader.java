package dev.bourse.agent;

import java.util.function.Function;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/** Reads settings so that an error names the setting, its value, and what is allowed. */
final class SettingReader {

  private final Config config;

  SettingReader(Config config) {
    this.config = config;
  }

  /** The text of a setting, or null when there is none. */
  @Nullable String text(String name) {
    return config.getOptionalValue(name, String.class).map(String::strip).orElse(null);
  }

  String text(String name, String fallback) {
    String text = text(name);
    return text == null ? fallback : text;
  }

  <T> @Nullable T optional(String name, Function<String, T> parse) {
    String text = text(name);
    return text == null ? null : parse(name, text, parse);
  }

  <T> T value(String name, T fallback, Function<String, T> parse) {
    String text = text(name);
    return text == null ? fallback : parse(name, text, parse);
  }

  int integer(String name, int fallback) {
    return value(
        name,
        fallback,
        text -> {
          try {
            return Integer.valueOf(text);
          } catch (NumberFormatException e) {
            throw new IllegalArgumentException("is '" + text + "', but must be a whole number", e);
          }
        });
  }

  boolean flag(String name) {
    return value(
        name,
        false,
        text ->
            switch (text) {
              case "true" -> true;
              case "false" -> false;
              default ->
                  throw new IllegalArgumentException(
                      "is '" + text + "', but must be true or false");
            });
  }

  private static <T> T parse(String name, String text, Function<String, T> parse) {
    try {
      return parse.apply(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
    }
  }
}
