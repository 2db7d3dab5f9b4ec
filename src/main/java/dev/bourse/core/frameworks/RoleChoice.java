package dev.bourse.core.frameworks;

import dev.bourse.core.state.FrameworkRow;
import dev.bourse.topics.framework.RoleInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The roles that a framework means. */
public final class RoleChoice {

  private RoleChoice() {}

  /** In alphabetical order; all of them when it names none. */
  public static List<String> of(List<String> named, FrameworkRow framework) {
    TreeSet<String> roles = new TreeSet<>(named);
    if (roles.isEmpty()) {
      framework.info().roles().forEach(role -> roles.add(role.role()));
    }
    return new ArrayList<>(roles);
  }

  /** What is wrong with the roles that it names, or null. */
  public static @Nullable String problem(List<String> named, FrameworkRow framework) {
    for (String role : named) {
      if (framework.info().role(role) == null) {
        return "roles: has '"
            + role
            + "', but the framework is in "
            + framework.info().roles().stream().map(RoleInfo::role).toList();
      }
    }
    return null;
  }
}
