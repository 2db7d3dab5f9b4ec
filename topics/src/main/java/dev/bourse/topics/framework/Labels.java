package dev.bourse.topics.framework;

import dev.bourse.topics.command.Texts;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Bounds for labels in records. */
final class Labels {

  private static final int MAX_COUNT = 64;
  private static final int MAX_TEXT = 256;

  private Labels() {}

  static @Nullable SortedMap<String, String> check(
      String field, @Nullable SortedMap<String, String> labels) {
    if (labels == null) {
      return null;
    }
    if (labels.size() > MAX_COUNT) {
      throw new IllegalArgumentException(
          field + ": has " + labels.size() + " entries, but may have " + MAX_COUNT);
    }
    labels.forEach(
        (key, value) -> {
          if (key.isEmpty() || key.length() > MAX_TEXT) {
            throw new IllegalArgumentException(
                field
                    + ": has a name of "
                    + key.length()
                    + " characters, but it must have 1 to "
                    + MAX_TEXT);
          }
          Texts.checkOptional(field + "." + key, value, MAX_TEXT);
        });
    return Collections.unmodifiableSortedMap(new TreeMap<>(labels));
  }
}
