package dev.bourse.topics.resources;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The facts about a machine, in the order in which they were given. The order between different
 * names does not matter for equality. A name may be repeated, though that is discouraged: {@link
 * #get} finds the first.
 */
public final class Attributes {

  /** None. */
  public static final Attributes EMPTY = new Attributes(List.of());

  private final List<Attribute> entries;
  private final List<Attribute> byName;

  private Attributes(List<Attribute> entries) {
    this.entries = List.copyOf(entries);
    List<Attribute> sorted = new ArrayList<>(entries);
    sorted.sort(Comparator.comparing(Attribute::name));
    this.byName = sorted;
  }

  /**
   * Reads {@code rack:r1;os:linux}, parted by {@code ;} or line ends. The name ends at the first
   * colon; a text may hold more of them.
   *
   * @throws IllegalArgumentException naming the attribute, the value found, and what is allowed
   */
  public static Attributes parse(String text) {
    List<Attribute> entries = new ArrayList<>();
    for (String token : ValueParser.tokens(text, ";\n")) {
      int colon = token.indexOf(':');
      if (colon < 0) {
        throw Errors.invalid("attribute", token, "name:value");
      }
      String name = Names.check("attribute name", token.substring(0, colon).strip());
      Value value = ValueParser.parseFor("attribute " + name, token.substring(colon + 1));
      entries.add(new Attribute(name, value));
    }
    return new Attributes(entries);
  }

  /** These, in this order. */
  public static Attributes of(List<Attribute> entries) {
    return new Attributes(entries);
  }

  /** All of them, in the order in which they were given. */
  public List<Attribute> entries() {
    return entries;
  }

  /** The first value of this name, or null. */
  public @Nullable Value get(String name) {
    for (Attribute entry : entries) {
      if (entry.name().equals(name)) {
        return entry.value();
      }
    }
    return null;
  }

  /** Whether there are none. */
  public boolean isEmpty() {
    return entries.isEmpty();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Attributes that && byName.equals(that.byName);
  }

  @Override
  public int hashCode() {
    return byName.hashCode();
  }

  /** The text form, which {@link #parse} reads back. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Attribute entry : entries) {
      text.append(text.isEmpty() ? "" : ";").append(entry);
    }
    return text.toString();
  }
}
