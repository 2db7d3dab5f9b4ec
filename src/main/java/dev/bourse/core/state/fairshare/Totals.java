package dev.bourse.core.state.fairshare;

import dev.bourse.topics.resources.Quantities;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What there is to be shared, and what of it counts in shares. Several trees may have the same
 * totals; each notices a change when it is next asked for an order.
 */
public final class Totals {

  /**
   * Numbers for names, so that amounts can be arrays. They are never given back: there are as many
   * as there have been names of resources, which are few.
   */
  private final TreeMap<String, Integer> slots = new TreeMap<>();

  private Quantities total = Quantities.EMPTY;
  private SortedSet<String> excluded = new TreeSet<>();
  private long version;

  /** In the order of names, so that of two equal shares the same is shown everywhere. */
  private List<Counted> counted = List.of();

  /** Sets all that there is, in thousandths by name; nothing at first. */
  public void set(Quantities total) {
    if (!total.equals(this.total)) {
      this.total = total;
      recount();
    }
  }

  /** Sets the names that do not count in shares, in place of those before; none at first. */
  public void exclude(SortedSet<String> names) {
    if (!names.equals(excluded)) {
      excluded = new TreeSet<>(names);
      recount();
    }
  }

  /** All that there is, in thousandths by name, with what does not count in shares. */
  public Quantities total() {
    return total;
  }

  /** Grows with every change of what is shared or of what counts; 0 at first. */
  public long version() {
    return version;
  }

  private void recount() {
    version++;
    List<Counted> next = new ArrayList<>();
    for (Map.Entry<String, Long> entry : total.amounts().entrySet()) {
      if (entry.getValue() > 0 && !excluded.contains(entry.getKey())) {
        next.add(new Counted(slot(entry.getKey()), entry.getValue()));
      }
    }
    counted = next;
  }

  int slot(String name) {
    Integer slot = slots.get(name);
    if (slot == null) {
      slot = slots.size();
      slots.put(name, slot);
    }
    return slot;
  }

  Quantities quantities(Amounts amounts) {
    TreeMap<String, Long> byName = new TreeMap<>();
    for (Map.Entry<String, Integer> entry : slots.entrySet()) {
      long thousandths = amounts.get(entry.getValue());
      if (thousandths != 0) {
        byName.put(entry.getKey(), thousandths);
      }
    }
    return new Quantities(byName);
  }

  /** The largest part of any one name that counts. */
  Share dominant(Amounts amounts, int weight) {
    long part = 0;
    long whole = 1;
    for (Counted name : counted) {
      long amount = amounts.get(name.slot);
      if (Share.compare(amount, name.thousandths, part, whole) > 0) {
        part = amount;
        whole = name.thousandths;
      }
    }
    return new Share(part, whole, weight);
  }

  private record Counted(int slot, long thousandths) {}
}
