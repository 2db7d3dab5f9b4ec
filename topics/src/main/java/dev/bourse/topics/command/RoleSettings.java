package dev.bourse.topics.command;

import dev.bourse.topics.resources.Quantities;
import org.jspecify.annotations.Nullable;

/**
 * What an operator sets for a role, with all roles below it.
 *
 * @param weight in thousandths; a role of weight 2,000 gets twice the share of a sibling of 1,000,
 *     the default; 1 to 1,000,000
 * @param limit the most that is held together, of what is named: quota; what is not named is not
 *     limited; null for no limit. A limit that is lowered kills nothing, it lets nothing start
 * @param guarantee what is kept free for the role as long as it does not hold it; null for nothing.
 *     Where there is a limit of the same name it is not above it
 */
public record RoleSettings(int weight, @Nullable Quantities limit, @Nullable Quantities guarantee) {

  /** The weight of a role of which nothing is said. */
  public static final int DEFAULT_WEIGHT = 1_000;

  /** What a role gets of which nothing is said. */
  public static final RoleSettings DEFAULT = new RoleSettings(DEFAULT_WEIGHT, null);

  private static final int MAX_WEIGHT = 1_000_000;

  /** Checks. */
  public RoleSettings {
    checkWeight(weight);
    checkQuota(limit, guarantee);
  }

  /** Without a guarantee. */
  public RoleSettings(int weight, @Nullable Quantities limit) {
    this(weight, limit, null);
  }

  static void checkWeight(int weight) {
    if (weight < 1 || weight > MAX_WEIGHT) {
      throw new IllegalArgumentException(
          "weight: is " + weight + " thousandths, but must be 1 to " + MAX_WEIGHT);
    }
  }

  static void checkQuota(@Nullable Quantities limit, @Nullable Quantities guarantee) {
    if (guarantee != null) {
      guarantee.checkOfOne("guarantee");
    }
    if (limit == null || guarantee == null) {
      return;
    }
    for (String name : guarantee.names()) {
      if (limit.has(name) && guarantee.get(name) > limit.get(name)) {
        throw new IllegalArgumentException(
            "guarantee: is '" + guarantee + "', but must not be above the limit '" + limit + "'");
      }
    }
  }

  /** With another quota. */
  public RoleSettings withQuota(@Nullable Quantities newLimit, @Nullable Quantities newGuarantee) {
    return new RoleSettings(weight, newLimit, newGuarantee);
  }

  /** With another weight. */
  public RoleSettings withWeight(int newWeight) {
    return new RoleSettings(newWeight, limit, guarantee);
  }
}
