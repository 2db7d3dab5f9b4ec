package dev.bourse.topics.command;

import java.util.List;
import java.util.TreeSet;

/**
 * Sets weights of roles, all or none of them.
 *
 * @param weights one for each role
 */
public record SetWeights(List<RoleWeight> weights) implements OperatorCommand {

  private static final int MAX_ROLES = 1_000;

  /** Checks and copies. */
  public SetWeights {
    weights = List.copyOf(weights);
    if (weights.isEmpty() || weights.size() > MAX_ROLES) {
      throw new IllegalArgumentException(
          "weights: has " + weights.size() + " entries, but must have 1 to " + MAX_ROLES);
    }
    TreeSet<String> roles = new TreeSet<>();
    for (RoleWeight weight : weights) {
      if (!roles.add(weight.role())) {
        throw new IllegalArgumentException("weights: has '" + weight.role() + "' twice");
      }
    }
  }
}
