package dev.bourse.topics.framework;

import dev.bourse.topics.command.Texts;
import dev.bourse.topics.resources.Quantities;
import dev.bourse.topics.resources.Resources;
import java.util.ArrayList;
import java.util.List;

/**
 * The least that is worth an offer: one of some alternatives, each an amount of one or more
 * resources. Without alternatives anything is worth it.
 *
 * @param alternatives one of them must be there
 */
public record MinAllocatable(List<Quantities> alternatives) {

  /** The default of Mesos: a hundredth of a cpu, or 32 MiB. */
  public static final MinAllocatable DEFAULT = parse("cpus:0.01|memory:32");

  private static final String DEFAULT_TEXT = "cpus:0.01|memory:32";

  private static final int MAX_ALTERNATIVES = 16;
  private static final int MAX_LENGTH = 1_024;

  /** Copies. */
  public MinAllocatable {
    alternatives = List.copyOf(alternatives);
  }

  /**
   * Reads {@code cpus:1;memory:1024|gpus:1}; an empty text is satisfied by anything.
   *
   * @throws IllegalArgumentException naming what is wrong and what is allowed
   */
  public static MinAllocatable parse(String text) {
    Texts.checkOptional("minAllocatable", text, MAX_LENGTH);
    List<Quantities> alternatives = new ArrayList<>();
    if (!text.isBlank()) {
      String[] parts = text.split("\\|", -1);
      if (parts.length > MAX_ALTERNATIVES) {
        throw new IllegalArgumentException(
            "minAllocatable: has "
                + parts.length
                + " alternatives, but may have "
                + MAX_ALTERNATIVES);
      }
      for (String alternative : parts) {
        if (alternative.isBlank()) {
          throw new IllegalArgumentException(
              "minAllocatable: is '" + text + "', but no alternative may be empty");
        }
        try {
          alternatives.add(Quantities.parse(alternative));
        } catch (IllegalArgumentException e) {
          throw new IllegalArgumentException("minAllocatable: " + e.getMessage(), e);
        }
      }
    }
    return new MinAllocatable(alternatives);
  }

  /** As {@link #parse}; the usual text is not read again each time. */
  public static MinAllocatable of(String text) {
    return text.equals(DEFAULT_TEXT) ? DEFAULT : parse(text);
  }

  /** Whether this is enough. */
  public boolean isMetBy(Resources resources) {
    if (resources.isEmpty()) {
      return false;
    }
    if (alternatives.isEmpty()) {
      return true;
    }
    Quantities there = resources.quantities();
    for (Quantities least : alternatives) {
      if (there.contains(least)) {
        return true;
      }
    }
    return false;
  }
}
