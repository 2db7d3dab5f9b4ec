package dev.bourse.topics.resources;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A set of named things, for example of disks.
 *
 * @param items in the order of their characters, each once; an item is 1 to {@link #MAX_LENGTH}
 *     characters without {@code { } [ ] ( ) , ;}, control characters and blanks at its ends
 */
public record Items(List<String> items) implements Value {

  /** The longest item, in characters. */
  public static final int MAX_LENGTH = 256;

  private static final String RESERVED = "{}[](),;";

  private static final Characters CHARACTERS = new Characters(MAX_LENGTH, RESERVED);

  /** Checks, sorts, and drops what is there twice. */
  public Items {
    for (String item : items) {
      check(item);
    }
    items = List.copyOf(isCanonical(items) ? items : canonical(items));
  }

  @Override
  public Value plus(Value other) {
    List<String> sum = new ArrayList<>(items);
    sum.addAll(of(other));
    return new Items(sum);
  }

  @Override
  public Value minus(Value other) {
    List<String> taken = of(other);
    List<String> rest = new ArrayList<>(items.size());
    for (String item : items) {
      if (Collections.binarySearch(taken, item) < 0) {
        rest.add(item);
      }
    }
    return new Items(rest);
  }

  @Override
  public boolean contains(Value other) {
    if (!(other instanceof Items(List<String> wanted))) {
      return false;
    }
    for (String item : wanted) {
      if (Collections.binarySearch(items, item) < 0) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean isEmpty() {
    return items.isEmpty();
  }

  @Override
  public long thousandths() {
    return items.size() * 1000L;
  }

  @Override
  public Value cut(long thousandths) {
    return thousandths() <= thousandths ? this : new Items(items.subList(0, whole(thousandths)));
  }

  private static int whole(long thousandths) {
    return (int) Math.max(0, thousandths / 1000);
  }

  private List<String> of(Value other) {
    if (other instanceof Items(List<String> others)) {
      return others;
    }
    throw Kinds.mixed(this, other);
  }

  private static void check(String item) {
    if (!CHARACTERS.accept(item)) {
      throw Errors.invalid(
          "item",
          item,
          "1 to "
              + MAX_LENGTH
              + " characters, none of "
              + RESERVED
              + ", no control character, and no blank at the ends");
    }
  }

  private static boolean isCanonical(List<String> items) {
    for (int i = 1; i < items.size(); i++) {
      if (items.get(i - 1).compareTo(items.get(i)) >= 0) {
        return false;
      }
    }
    return true;
  }

  private static List<String> canonical(List<String> items) {
    List<String> sorted = new ArrayList<>(items);
    Collections.sort(sorted);
    List<String> result = new ArrayList<>(sorted.size());
    for (String item : sorted) {
      if (result.isEmpty() || !item.equals(result.getLast())) {
        result.add(item);
      }
    }
    return result;
  }

  /** As it is parsed: {@code {sda1,sda2}}. */
  @Override
  public String toString() {
    return "{" + String.join(",", items) + "}";
  }
}
