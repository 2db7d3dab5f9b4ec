package dev.bourse.topics.view;

import dev.bourse.topics.resources.Quantities;
import org.jspecify.annotations.Nullable;

/**
 * What an operator has set for a role. What the role holds is the sum over the tasks that are not
 * over, and its children's.
 *
 * @param role its name
 * @param weight in thousandths
 * @param limit the most that it may hold; null for no limit
 * @param guarantee what is kept for it; null for nothing
 */
public record RoleView(
    String role, int weight, @Nullable Quantities limit, @Nullable Quantities guarantee)
    implements View {

  @Override
  public String key() {
    return role;
  }
}
