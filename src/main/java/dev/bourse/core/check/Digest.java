package dev.bourse.core.check;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * A running 64-bit digest of values. Not against forgery: against two machines that disagree
 * without noticing.
 *
 * <p>What it takes in is defined here and nowhere else, so that a journal can be checked by any
 * later version and on any platform:
 *
 * <ul>
 *   <li>a record: its simple name, then name and value of each component that is not null, then an
 *       end. So a component that is added later and absent changes nothing.
 *   <li>a list, a sorted set, a sorted map: its size, then what is in it, in order
 *   <li>a number: its 64 bits; a truth value: 1 or 0; an enum: its name; a text: length and UTF-16
 *       units
 *   <li>anything else: its text, which must be a notation of its own (such as {@code
 *       cpus:1;memory:256})
 * </ul>
 *
 * <p>The steps are those of FNV-1a on 64-bit words, with a shift that carries high bits down.
 */
public final class Digest {

  private static final long BASIS = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;
  private static final long NULL = -1;
  private static final long END = -2;

  private long value;

  /** Goes on from an earlier value; 0 to begin. */
  public Digest(long start) {
    value = start == 0 ? BASIS : start;
  }

  /** Takes in a value. */
  public void add(@Nullable Object item) {
    switch (item) {
      case null -> word(NULL);
      case String text -> text(text);
      case Long number -> word(number);
      case Integer number -> word(number);
      case Boolean truth -> word(truth ? 1 : 0);
      case Enum<?> constant -> text(constant.name());
      case Record fields -> fields(fields);
      case List<?> list -> items(list);
      case SortedSet<?> set -> items(set);
      case SortedMap<?, ?> map -> entries(map);
      default -> other(item);
    }
  }

  private void fields(Record item) {
    RecordShape shape = RecordShape.of(item);
    word(shape.name());
    for (int i = 0; i < shape.size(); i++) {
      Object component = shape.value(i, item);
      if (component != null) {
        word(shape.name(i));
        add(component);
      }
    }
    word(END);
  }

  private void items(Collection<?> items) {
    word(items.size());
    for (Object item : items) {
      add(item);
    }
  }

  private void entries(SortedMap<?, ?> map) {
    word(map.size());
    for (var entry : map.entrySet()) {
      add(entry.getKey());
      add(entry.getValue());
    }
  }

  private void other(Object item) {
    if (item instanceof Collection || item instanceof Map) {
      throw new IllegalArgumentException(item.getClass() + " has no order of its own");
    }
    text(item.toString());
  }

  private void text(String text) {
    word(text.length());
    long hash = value;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * PRIME;
    }
    value = hash ^ (hash >>> 32);
  }

  private void word(long word) {
    long hash = (value ^ word) * PRIME;
    value = hash ^ (hash >>> 32);
  }

  /** The digest of everything taken in so far. */
  public long value() {
    return value;
  }

  /** A digest as it is shown: 16 hexadecimal digits. */
  public static String text(long digest) {
    String hex = Long.toHexString(digest);
    return "0".repeat(16 - hex.length()) + hex;
  }
}
