package dev.bourse.topics.resources;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A set of whole numbers, for example of ports.
 *
 * @param ranges in order; those that overlap or touch are made one
 */
public record Ranges(List<Range> ranges) implements Value {

  /** Sorts and coalesces. */
  public Ranges {
    ranges = List.copyOf(isCanonical(ranges) ? ranges : coalesce(ranges));
  }

  @Override
  public Value plus(Value other) {
    List<Range> sum = new ArrayList<>(ranges);
    sum.addAll(of(other));
    return new Ranges(sum);
  }

  @Override
  public Value minus(Value other) {
    List<Range> taken = of(other);
    List<Range> rest = new ArrayList<>(ranges.size() + taken.size());
    int from = 0;
    for (Range range : ranges) {
      while (from < taken.size() && taken.get(from).end() < range.begin()) {
        from++;
      }
      addRest(rest, range, taken, from);
    }
    return new Ranges(rest);
  }

  /** Adds what is left of a range. From is the first of those taken that does not end before it. */
  private static void addRest(List<Range> rest, Range range, List<Range> taken, int from) {
    long begin = range.begin();
    for (int i = from; i < taken.size() && taken.get(i).begin() <= range.end(); i++) {
      if (taken.get(i).begin() > begin) {
        rest.add(new Range(begin, taken.get(i).begin() - 1));
      }
      begin = taken.get(i).end() + 1;
    }
    if (begin <= range.end()) {
      rest.add(new Range(begin, range.end()));
    }
  }

  @Override
  public boolean contains(Value other) {
    if (!(other instanceof Ranges(List<Range> wanted))) {
      return false;
    }
    int at = 0;
    for (Range range : wanted) {
      while (at < ranges.size() && ranges.get(at).end() < range.end()) {
        at++;
      }
      if (at == ranges.size() || ranges.get(at).begin() > range.begin()) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean isEmpty() {
    return ranges.isEmpty();
  }

  @Override
  public long thousandths() {
    long count = 0;
    for (Range range : ranges) {
      count += range.size();
    }
    return count * 1000;
  }

  @Override
  public Value cut(long thousandths) {
    if (thousandths() <= thousandths) {
      return this;
    }
    List<Range> first = new ArrayList<>();
    long left = thousandths / 1000;
    for (int i = 0; left > 0; i++) {
      Range range = ranges.get(i);
      long size = Math.min(left, range.size());
      first.add(new Range(range.begin(), range.begin() + size - 1));
      left -= size;
    }
    return new Ranges(first);
  }

  private List<Range> of(Value other) {
    if (other instanceof Ranges(List<Range> others)) {
      return others;
    }
    throw Kinds.mixed(this, other);
  }

  private static boolean isCanonical(List<Range> ranges) {
    for (int i = 1; i < ranges.size(); i++) {
      if (ranges.get(i - 1).end() + 1 >= ranges.get(i).begin()) {
        return false;
      }
    }
    return true;
  }

  private static List<Range> coalesce(List<Range> ranges) {
    List<Range> sorted = new ArrayList<>(ranges);
    Collections.sort(sorted);
    List<Range> result = new ArrayList<>(sorted.size());
    Range current = sorted.get(0);
    for (Range next : sorted) {
      if (next.begin() <= current.end() + 1) {
        current = new Range(current.begin(), Math.max(current.end(), next.end()));
      } else {
        result.add(current);
        current = next;
      }
    }
    result.add(current);
    return result;
  }

  /** As it is parsed: {@code [1-10,20-30]}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("[");
    for (Range range : ranges) {
      text.append(text.length() > 1 ? "," : "").append(range);
    }
    return text.append(']').toString();
  }
}
