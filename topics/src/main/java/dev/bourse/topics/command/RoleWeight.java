package dev.bourse.topics.command;

import dev.bourse.topics.resources.Roles;
import java.util.Objects;

/**
 * How much of what its siblings share a role gets.
 *
 * @param role which
 * @param weight in thousandths: of 2,000 twice as much as of 1,000, which is that of a role of
 *     which nothing is said; 1 to 1,000,000
 */
public record RoleWeight(String role, int weight) {

  /** Checks. */
  public RoleWeight {
    Roles.check("role", Objects.requireNonNull(role, "role: is missing"));
    RoleSettings.checkWeight(weight);
  }
}
