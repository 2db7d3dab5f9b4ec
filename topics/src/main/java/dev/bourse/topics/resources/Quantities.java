package dev.bourse.topics.resources;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Amounts by name, without reservations and without telling one port from another: what a quota, a
 * guarantee or a share is about.
 *
 * <p>As an amount, a name that is absent is zero. As a limit, a name that is absent is unlimited,
 * which is why an explicit zero is kept.
 *
 * @param amounts thousandths, not negative, by name of the resource; a port and an item count 1000
 */
public record Quantities(SortedMap<String, Long> amounts) implements Comparable<Quantities> {

  /**
   * The most of one name, in thousandths, that one machine may have, or one role be guaranteed: a
   * million millions. Thousands of them can be added up.
   */
  public static final long MAX_OF_ONE = 1_000_000_000_000_000L;

  /** Nothing, or no limit. */
  public static final Quantities EMPTY = new Quantities(new TreeMap<>());

  /** Checks, copies and sorts. */
  public Quantities {
    SortedMap<String, Long> sorted = new TreeMap<>();
    for (Map.Entry<String, Long> entry : amounts.entrySet()) {
      String name = Names.check("quantity name", entry.getKey());
      sorted.put(name, checked(name, entry.getValue()));
    }
    amounts = Collections.unmodifiableSortedMap(sorted);
  }

  private static long checked(String name, long thousandths) {
    if (thousandths < 0) {
      throw Errors.invalid("quantity " + name, Decimals.format(thousandths), "zero or more");
    }
    return Decimals.checked("quantity " + name, thousandths);
  }

  /**
   * Reads {@code cpus:10;memory:1024;ports:3}.
   *
   * @throws IllegalArgumentException if a part is not a name and a number that is not negative, or
   *     if a name is given twice
   */
  public static Quantities parse(String text) {
    SortedMap<String, Long> amounts = new TreeMap<>();
    for (String token : ValueParser.tokens(text, ";")) {
      int colon = token.indexOf(':');
      if (colon < 0) {
        throw Errors.invalid("quantity", token, "name:number");
      }
      String name = token.substring(0, colon).strip();
      if (amounts.put(name, amount(name, token.substring(colon + 1))) != null) {
        throw Errors.invalid("quantity " + name, token, "the only one of this name");
      }
    }
    return new Quantities(amounts);
  }

  private static long amount(String name, String text) {
    if (ValueParser.parseFor("quantity " + name, text) instanceof Scalar(long thousandths)) {
      return thousandths;
    }
    throw Errors.invalid("quantity " + name, text, "a number");
  }

  /** One amount in thousandths. */
  public static Quantities of(String name, long thousandths) {
    return new Quantities(new TreeMap<>(Collections.singletonMap(name, thousandths)));
  }

  static Quantities of(Resources resources) {
    SortedMap<String, Long> sum = new TreeMap<>();
    for (Resource entry : resources.entries()) {
      add(sum, entry.name(), entry.value().thousandths());
    }
    return new Quantities(sum);
  }

  private static void add(SortedMap<String, Long> sum, String name, long thousandths) {
    sum.put(name, Decimals.checked("quantity " + name, sum.getOrDefault(name, 0L) + thousandths));
  }

  /** The thousandths of this name; 0 if absent. */
  public long get(String name) {
    return getOrDefault(name, 0);
  }

  /** Whether the name is here, be it with zero. */
  public boolean has(String name) {
    return amounts.containsKey(name);
  }

  /** The names, in order. */
  public List<String> names() {
    return List.copyOf(amounts.keySet());
  }

  /** Whether there is no name at all. */
  public boolean isEmpty() {
    return amounts.isEmpty();
  }

  long getOrDefault(String name, long absent) {
    Long thousandths = amounts.get(name);
    return thousandths == null ? absent : thousandths;
  }

  /** The sum, of all names. */
  public Quantities plus(Quantities other) {
    SortedMap<String, Long> sum = new TreeMap<>(amounts);
    for (Map.Entry<String, Long> entry : other.amounts.entrySet()) {
      add(sum, entry.getKey(), entry.getValue());
    }
    return new Quantities(sum);
  }

  /**
   * What is left, as in Mesos never below zero: where the other has as much or more, zero stays. A
   * name that only the other has is left out, because an unlimited amount stays unlimited.
   */
  public Quantities minus(Quantities other) {
    SortedMap<String, Long> rest = new TreeMap<>(amounts);
    rest.replaceAll((name, amount) -> Math.max(0, amount - other.get(name)));
    return new Quantities(rest);
  }

  /** Whether there is at least as much of every name as in the other. */
  public boolean contains(Quantities other) {
    for (Map.Entry<String, Long> entry : other.amounts.entrySet()) {
      if (entry.getValue() > get(entry.getKey())) {
        return false;
      }
    }
    return true;
  }

  /**
   * Refuses what is more than {@link #MAX_OF_ONE} of any name, since the sum over many could not be
   * told any more.
   *
   * @param field names it in the error
   */
  public Quantities checkOfOne(String field) {
    for (Map.Entry<String, Long> entry : amounts.entrySet()) {
      if (entry.getValue() > MAX_OF_ONE) {
        throw Errors.invalid(
            field + "." + entry.getKey(),
            Decimals.format(entry.getValue()),
            "at most " + Decimals.format(MAX_OF_ONE));
      }
    }
    return this;
  }

  /** Whether no name is above its limit. A name that the limits lack is unlimited. */
  public boolean isWithin(Quantities limits) {
    for (Map.Entry<String, Long> limit : limits.amounts.entrySet()) {
      if (get(limit.getKey()) > limit.getValue()) {
        return false;
      }
    }
    return true;
  }

  /** These without the names whose amount is zero. */
  public Quantities withoutZeros() {
    SortedMap<String, Long> rest = new TreeMap<>(amounts);
    rest.values().removeIf(amount -> amount == 0);
    return new Quantities(rest);
  }

  /** A total order for sorting, name by name. It does not say that there is more or less. */
  @Override
  public int compareTo(Quantities other) {
    Iterator<Map.Entry<String, Long>> left = amounts.entrySet().iterator();
    Iterator<Map.Entry<String, Long>> right = other.amounts.entrySet().iterator();
    int order = 0;
    while (order == 0 && left.hasNext() && right.hasNext()) {
      order = compare(left.next(), right.next());
    }
    return order != 0 ? order : Boolean.compare(left.hasNext(), right.hasNext());
  }

  private static int compare(Map.Entry<String, Long> left, Map.Entry<String, Long> right) {
    int order = left.getKey().compareTo(right.getKey());
    return order != 0 ? order : Long.compare(left.getValue(), right.getValue());
  }

  /** The canonical text form, which {@link #parse} reads back. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Map.Entry<String, Long> entry : amounts.entrySet()) {
      text.append(text.isEmpty() ? "" : ";").append(entry.getKey()).append(':');
      text.append(Decimals.format(entry.getValue()));
    }
    return text.toString();
  }
}
