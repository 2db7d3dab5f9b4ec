package dev.bourse.core.apply;

import dev.bourse.topics.framework.FrameworkInfo;
import dev.bourse.topics.framework.RoleInfo;
import java.util.SortedSet;
import java.util.TreeSet;

/** The roles in which a framework wants no offers from the start. */
final class Suppressed {

  private Suppressed() {}

  static SortedSet<String> at(FrameworkInfo info) {
    TreeSet<String> roles = new TreeSet<>();
    for (RoleInfo role : info.roles()) {
      if (role.isSuppressed()) {
        roles.add(role.role());
      }
    }
    return roles;
  }
}
