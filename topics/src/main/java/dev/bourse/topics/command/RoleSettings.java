package dev.bourse.topics.command;

import dev.bourse.topics.resources.Resource;
import dev.bourse.topics.resources.Resources;
import dev.bourse.topics.resources.Scalar;
import org.jspecify.annotations.Nullable;

/**
 * What an operator sets for a role.
 *
 * @param weight in thousandths; a role of weight 2,000 gets twice the share of one of 1,000, the
 *     default; 1 to 1,000,000
 * @param limit the most that its attempts hold together, of what is named: quota; what is not named
 *     is not limited; null for no limit. A limit that is lowered kills nothing, it lets nothing
 *     start
 */
public record RoleSettings(int weight, @Nullable Resources limit) {

  /** The weight of a role of which nothing is said. */
  public static final int DEFAULT_WEIGHT = 1_000;

  /** What a role gets of which nothing is said. */
  public static final RoleSettings DEFAULT = new RoleSettings(DEFAULT_WEIGHT, null);

  private static final int MAX_WEIGHT = 1_000_000;

  /** Checks. */
  public RoleSettings {
    if (weight < 1 || weight > MAX_WEIGHT) {
      throw new IllegalArgumentException(
          "weight: is " + weight + " thousandths, but must be 1 to " + MAX_WEIGHT);
    }
    if (limit != null) {
      for (Resource entry : limit.entries()) {
        if (!(entry.value() instanceof Scalar)) {
          throw new IllegalArgumentException(
              "limit: is '" + limit + "', but only amounts can be limited");
        }
      }
      if (!limit.equals(limit.flattened())) {
        throw new IllegalArgumentException(
            "limit: is '" + limit + "', but reservations cannot be limited");
      }
    }
  }
}
