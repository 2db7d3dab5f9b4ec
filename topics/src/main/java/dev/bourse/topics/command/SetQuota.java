package dev.bourse.topics.command;

import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Sets limits and guarantees of roles, all or none of them.
 *
 * @param quotas one for each role
 * @param force whether they count although a role holds more than its limit, or the cluster has
 *     less than what is guaranteed; null for no
 */
public record SetQuota(List<RoleQuota> quotas, @Nullable Boolean force) implements OperatorCommand {

  /** Checks. */
  public SetQuota {
    quotas = List.copyOf(quotas);
    TreeSet<String> roles = new TreeSet<>();
    for (RoleQuota quota : quotas) {
      if (!roles.add(quota.role())) {
        throw new IllegalArgumentException("quotas: has '" + quota.role() + "' twice");
      }
    }
    if (roles.isEmpty()) {
      throw new IllegalArgumentException("quotas: is empty, but must name a role");
    }
  }
}
