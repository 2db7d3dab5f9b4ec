package dev.bourse.sdk;

import dev.bourse.topics.framework.FrameworkInfo;
import dev.bourse.topics.framework.RoleInfo;
import java.util.List;

/** Remembers in a framework's info which roles want no offers, so that the next session knows. */
final class Suppression {

  private Suppression() {}

  /**
   * The same info with some roles suppressed or not.
   *
   * @param roles some of its roles; none for all
   */
  static FrameworkInfo set(FrameworkInfo info, List<String> roles, boolean suppressed) {
    for (String role : roles) {
      if (info.role(role) == null) {
        List<String> allowed = info.roles().stream().map(RoleInfo::role).toList();
        throw new IllegalArgumentException(
            "roles: has '" + role + "', but may have only " + String.join(", ", allowed));
      }
    }
    return with(
        info,
        info.roles().stream()
            .map(
                role ->
                    roles.isEmpty() || roles.contains(role.role()) ? set(role, suppressed) : role)
            .toList());
  }

  private static RoleInfo set(RoleInfo role, boolean suppressed) {
    return new RoleInfo(
        role.role(), suppressed ? Boolean.TRUE : null, role.minAllocatable(), role.constraints());
  }

  private static FrameworkInfo with(FrameworkInfo info, List<RoleInfo> roles) {
    return new FrameworkInfo(
        info.name(),
        roles,
        info.capabilities(),
        info.failoverTimeoutMillis(),
        info.user(),
        info.principal(),
        info.hostname(),
        info.webUrl(),
        info.labels());
  }
}
