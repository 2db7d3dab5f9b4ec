package dev.bourse.topics.resources;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * The arithmetic of {@link Resources} on their arrays, which are sorted by identity, without
 * duplicates, and without empty ones. Arguments are never changed unless it is said; a result is
 * new, or an argument itself.
 */
final class ResourceAlgebra {

  private ResourceAlgebra() {}

  /** The sum of resources in any order, which are sorted in place. */
  static Resource[] sum(Resource[] resources) {
    Arrays.sort(resources, Resource::compareIdentity);
    int size = 0;
    for (Resource next : resources) {
      if (size > 0 && Resource.compareIdentity(resources[size - 1], next) == 0) {
        resources[size - 1] = resources[size - 1].plus(next);
      } else {
        size = append(resources, size, next);
      }
    }
    return filter(trim(resources, size), resource -> !resource.isEmpty());
  }

  /** The union by identity; equal identities add up. */
  static Resource[] plus(Resource[] left, Resource[] right) {
    Resource[] sum = new Resource[left.length + right.length];
    int size = 0;
    int i = 0;
    int j = 0;
    while (i < left.length || j < right.length) {
      int order = compareHeads(left, i, right, j);
      Resource next = order < 0 ? left[i++] : order > 0 ? right[j++] : left[i++].plus(right[j++]);
      size = append(sum, size, next);
    }
    return trim(sum, size);
  }

  private static int compareHeads(Resource[] left, int i, Resource[] right, int j) {
    if (i == left.length || j == right.length) {
      return i == left.length ? 1 : -1;
    }
    return Resource.compareIdentity(left[i], right[j]);
  }

  /** Appends to entries in order; the new size. A name must not change its kind. */
  private static int append(Resource[] entries, int size, Resource next) {
    if (size > 0 && entries[size - 1].name().equals(next.name())) {
      Value before = entries[size - 1].value();
      if (before.getClass() != next.value().getClass()) {
        throw Errors.in("resource " + next.name(), Kinds.mixed(before, next.value()));
      }
    }
    entries[size] = next;
    return size + 1;
  }

  /** What is left. Everything that is taken must be there. */
  static Resource[] minus(Resource[] from, Resource[] taken) {
    Resource[] rest = new Resource[from.length];
    int size = 0;
    int at = 0;
    for (Resource entry : from) {
      Resource left = entry;
      if (isAt(taken, at, entry)) {
        left = entry.minus(taken[at++]);
      }
      if (!left.isEmpty()) {
        rest[size++] = left;
      }
    }
    if (at < taken.length) {
      throw missing(from, taken[at]);
    }
    return trim(rest, size);
  }

  private static IllegalArgumentException missing(Resource[] from, Resource wanted) {
    return Errors.invalid(
        "resource " + wanted.identity() + " to take away",
        wanted.value().toString(),
        "part of '" + text(from) + "'");
  }

  private static boolean isAt(Resource[] entries, int index, Resource identity) {
    return index < entries.length && Resource.compareIdentity(entries[index], identity) == 0;
  }

  /** Whether each that is wanted is contained in the one of the same identity. */
  static boolean contains(Resource[] entries, Resource[] wanted) {
    int at = 0;
    for (Resource one : wanted) {
      int order = -1;
      while (order < 0 && at < entries.length) {
        order = Resource.compareIdentity(entries[at++], one);
      }
      if (order != 0 || !entries[at - 1].value().contains(one.value())) {
        return false;
      }
    }
    return true;
  }

  /** What stays within the bounds; entries of one name share its bound, in their order. */
  static Resource[] cut(Resource[] entries, Quantities bounds, long absent) {
    Resource[] kept = new Resource[entries.length];
    int size = 0;
    String name = "";
    long left = 0;
    for (Resource entry : entries) {
      if (!entry.name().equals(name)) {
        name = entry.name();
        left = bounds.getOrDefault(name, absent);
      }
      Resource part = entry.cut(left);
      left -= part.value().thousandths();
      if (!part.isEmpty()) {
        kept[size++] = part;
      }
    }
    return trim(kept, size);
  }

  /** Those that are wanted; the argument itself if all are. */
  static Resource[] filter(Resource[] entries, Predicate<Resource> wanted) {
    Resource[] kept = new Resource[entries.length];
    int size = 0;
    for (Resource entry : entries) {
      if (wanted.test(entry)) {
        kept[size++] = entry;
      }
    }
    return size == entries.length ? entries : trim(kept, size);
  }

  /** The sum of what each becomes. */
  static Resource[] map(Resource[] entries, UnaryOperator<Resource> change) {
    Resource[] changed = new Resource[entries.length];
    for (int i = 0; i < changed.length; i++) {
      changed[i] = change.apply(entries[i]);
    }
    return sum(changed);
  }

  /** The thousandths of a scalar, summed over its reservations. */
  static long scalar(Resource[] entries, String name) {
    long sum = 0;
    for (Resource entry : entries) {
      if (entry.value() instanceof Scalar(long thousandths) && entry.name().equals(name)) {
        sum = Decimals.checked(name, sum + thousandths);
      }
    }
    return sum;
  }

  /** The names, in order, each once. */
  static List<String> names(Resource[] entries) {
    List<String> names = new ArrayList<>(entries.length);
    for (Resource entry : entries) {
      if (names.isEmpty() || !names.getLast().equals(entry.name())) {
        names.add(entry.name());
      }
    }
    return names;
  }

  /** As it is parsed. */
  static String text(Resource[] entries) {
    StringBuilder text = new StringBuilder();
    for (Resource entry : entries) {
      text.append(text.isEmpty() ? "" : ";").append(entry);
    }
    return text.toString();
  }

  private static Resource[] trim(Resource[] entries, int size) {
    return size == entries.length ? entries : Arrays.copyOf(entries, size);
  }
}
