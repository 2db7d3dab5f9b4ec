package dev.bourse.topics.command;

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
    Texts.checkRole("role", role);
    RoleSettings.checkWeight(weight);
  }
}
