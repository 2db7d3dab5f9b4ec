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

  private static final int MAX_ROLES = 1_000;

  /** Checks and copies. */
  public SetQuota {
    quotas = List.copyOf(quotas);
    if (quotas.isEmpty() || quotas.size() > MAX_ROLES) {
      throw new IllegalArgumentException(
          "quotas: has " + quotas.size() + " entries, but must have 1 to " + MAX_ROLES);
    }
    TreeSet<String> roles = new TreeSet<>();
    for (RoleQuota quota : quotas) {
      if (!roles.add(quota.role())) {
        throw new IllegalArgumentException("quotas: has '" + quota.role() + "' twice");
      }
    }
  }
}
