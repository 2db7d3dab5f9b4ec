package dev.bourse.core.state;

import dev.bourse.topics.command.RoleSettings;

/**
 * What an operator has said of a role by a command; it counts instead of what is configured.
 *
 * @param role its name
 * @param settings weight, limit and guarantee
 */
public record RoleRow(String role, RoleSettings settings) implements Row {

  @Override
  public RowKey key() {
    return keyOf(role);
  }

  /** The key of a role. */
  public static RowKey keyOf(String role) {
    return new RowKey(Table.ROLES, role);
  }
}
