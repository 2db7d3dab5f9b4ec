package dev.bourse.core.allocator;

import dev.bourse.topics.resources.Resource;
import dev.bourse.topics.resources.Resources;
import dev.bourse.topics.resources.Scalar;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which resources an amount is taken from. */
public final class Portion {

  private Portion() {}

  /**
   * What is asked for, out of what there is: of each name what is reserved first, the longest
   * reservation before all others.
   *
   * @param wanted unreserved
   * @return null when there is not enough
   */
  public static @Nullable Resources of(Resources there, Resources wanted) {
    if (there.contains(wanted)) {
      Resources reserved = there.reserved();
      if (reserved.isEmpty()) {
        return wanted;
      }
    }
    List<Resource> taken = new ArrayList<>();
    for (Resource entry : wanted.entries()) {
      if (!take(there, entry, taken)) {
        return null;
      }
    }
    return Resources.of(taken);
  }

  private static boolean take(Resources there, Resource wanted, List<Resource> taken) {
    List<Resource> sources = new ArrayList<>();
    for (Resource entry : there.entries()) {
      if (entry.name().equals(wanted.name())) {
        sources.add(entry);
      }
    }
    sources.sort(Comparator.comparingInt((Resource entry) -> -entry.reservations().size()));
    return wanted.value() instanceof Scalar(long amount)
        ? takeAmount(sources, amount, taken)
        : takeWhole(sources, wanted, taken);
  }

  private static boolean takeAmount(List<Resource> sources, long amount, List<Resource> taken) {
    long left = amount;
    for (Resource source : sources) {
      if (left > 0 && source.value() instanceof Scalar(long has)) {
        long part = Math.min(left, has);
        taken.add(new Resource(source.name(), source.reservations(), new Scalar(part)));
        left -= part;
      }
    }
    return left == 0;
  }

  private static boolean takeWhole(List<Resource> sources, Resource wanted, List<Resource> taken) {
    for (Resource source : sources) {
      if (source.value().contains(wanted.value())) {
        taken.add(new Resource(source.name(), source.reservations(), wanted.value()));
        return true;
      }
    }
    return false;
  }
}
