package dev.bourse.core.allocator.quota;

import dev.bourse.core.state.ClusterState;
import dev.bourse.topics.resources.Quantities;
import dev.bourse.topics.resources.Resources;
import dev.bourse.topics.resources.Roles;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is kept for roles that do not hold what they are guaranteed. Guarantees are nested: what a
 * role is guaranteed is what those below it are guaranteed, and more of it.
 */
public final class Guarantees {

  /** All roles together. */
  private static final String ALL = "";

  private final ClusterState state;

  /** What a role that is guaranteed something lacks, with those below it. */
  private final TreeMap<String, Quantities> needs = new TreeMap<>();

  /** What the roles below one lack, without those that are below another one of them. */
  private final TreeMap<String, Quantities> below = new TreeMap<>();

  private Guarantees(ClusterState state) {
    this.state = state;
  }

  /** As they stand; null when nothing is guaranteed to anybody. */
  public static @Nullable Guarantees of(ClusterState state) {
    Guarantees guarantees = new Guarantees(state);
    state
        .roles()
        .forEach(
            (role, settings) -> {
              if (settings.guarantee() != null) {
                guarantees.needs.put(role, Quantities.EMPTY);
              }
            });
    // From the leaves up: a child's path comes after its parent's.
    for (String role : guarantees.needs.descendingKeySet()) {
      guarantees.update(role);
    }
    return guarantees.needs.isEmpty() ? null : guarantees;
  }

  /** A role holds more or less than it did; nobody outside its path does. */
  public void changed(String role) {
    for (String at : Ancestors.of(role)) {
      if (needs.containsKey(at)) {
        update(at);
      }
    }
  }

  private void update(String role) {
    Quantities guarantee = state.role(role).guarantee();
    Quantities own = guarantee == null ? Quantities.EMPTY : guarantee.minus(state.consumedBy(role));
    Quantities now = larger(own, sumBelow(role)).withoutZeros();
    Quantities before = needs.put(role, now);
    if (before != null && !now.equals(before)) {
      String above = above(role);
      below.put(above, sumBelow(above).minus(before).plus(now).withoutZeros());
    }
  }

  private String above(String role) {
    String above = Roles.parent(role);
    while (above != null && !needs.containsKey(above)) {
      above = Roles.parent(above);
    }
    return above == null ? ALL : above;
  }

  private Quantities sumBelow(String role) {
    return below.getOrDefault(role, Quantities.EMPTY);
  }

  private static Quantities larger(Quantities left, Quantities right) {
    TreeMap<String, Long> larger = new TreeMap<>(left.amounts());
    right.amounts().forEach((name, amount) -> larger.merge(name, amount, Math::max));
    return new Quantities(larger);
  }

  /** Whether any role lacks something that it is guaranteed. */
  public boolean anyUnmet() {
    return !sumBelow(ALL).isEmpty();
  }

  /** What a role may have towards the nearest guarantee that is not met, its own or one above. */
  public Quantities need(String role) {
    String at = unmet(role);
    return at == null ? Quantities.EMPTY : rest(at, role);
  }

  /** Whose guarantee that is; null when none is unmet. */
  public @Nullable String unmet(String role) {
    for (String at : Ancestors.of(role)) {
      if (!rest(at, role).isEmpty()) {
        return at;
      }
    }
    return null;
  }

  /** What a role may have towards the guarantee of one at or above it. */
  private Quantities rest(String at, String role) {
    Quantities need = needs.get(at);
    return need == null ? Quantities.EMPTY : need.minus(besideBelow(at, role)).withoutZeros();
  }

  /** What those below a role lack, without the one of them that is a role or above it. */
  private Quantities besideBelow(String at, String role) {
    Quantities sum = sumBelow(at);
    Quantities own = Quantities.EMPTY;
    // From the role up, so that the last one found is the one that was counted.
    for (String step : Ancestors.of(role)) {
      if (at.isEmpty() || Roles.isBelow(step, at)) {
        own = needs.getOrDefault(step, own);
      }
    }
    return sum.minus(own);
  }

  /**
   * What of these free resources a role may have towards its guarantee: of what it lacks no more
   * than that, and with it what nobody is guaranteed anything of.
   */
  public Resources towards(String role, Resources free) {
    Quantities need = need(role);
    if (need.isEmpty()) {
      return Resources.EMPTY;
    }
    Resources unreserved = free.unreserved();
    Quantities guaranteed = guaranteed(role);
    TreeMap<String, Long> bounds = new TreeMap<>();
    guaranteed.names().forEach(name -> bounds.put(name, need.get(name)));
    Resources kept = unreserved.cutToLimits(new Quantities(bounds));
    boolean helps = false;
    for (String name : need.names()) {
      helps |= kept.scalar(name) > 0;
    }
    Resources reserved = free.minus(unreserved);
    return helps ? reserved.plus(kept) : Resources.EMPTY;
  }

  private Quantities guaranteed(String role) {
    String at = unmet(role);
    Quantities guarantee = at == null ? null : state.role(at).guarantee();
    return guarantee == null ? Quantities.EMPTY : guarantee;
  }

  /**
   * What of these free resources a role may have so that enough stays for what others lack. What
   * they lack and nobody has is not held back twice.
   */
  public Resources beside(String role, Resources free) {
    Quantities others = lackedByOthers(role);
    if (others.isEmpty()) {
      return free;
    }
    Quantities spare = state.spare();
    TreeMap<String, Long> bounds = new TreeMap<>();
    for (String name : others.names()) {
      bounds.put(name, Math.max(0, spare.get(name) - others.get(name)));
    }
    Resources unreserved = free.unreserved();
    Resources kept = unreserved.cutToLimits(new Quantities(bounds));
    return kept.equals(unreserved) ? free : free.minus(unreserved).plus(kept);
  }

  /** All that is lacked outside its path, and beside it at each of its levels. */
  private Quantities lackedByOthers(String role) {
    Quantities others = besideBelow(ALL, role);
    for (String at : Ancestors.of(role)) {
      if (needs.containsKey(at)) {
        others = others.plus(besideBelow(at, role));
      }
    }
    return others.withoutZeros();
  }
}
