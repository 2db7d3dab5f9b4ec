package dev.bourse.topics.command;

import java.util.List;
import java.util.TreeSet;

/**
 * Sets weights of roles, all or none of them.
 *
 * @param weights one for each role
 */
public record SetWeights(List<RoleWeight> weights) implements OperatorCommand {

  /** Checks. */
  public SetWeights {
    weights = List.copyOf(weights);
    TreeSet<String> roles = new TreeSet<>();
    for (RoleWeight weight : weights) {
      if (!roles.add(weight.role())) {
        throw new IllegalArgumentException("weights: has '" + weight.role() + "' twice");
      }
    }
    if (roles.isEmpty()) {
      throw new IllegalArgumentException("weights: is empty, but must name a role");
    }
  }
}
