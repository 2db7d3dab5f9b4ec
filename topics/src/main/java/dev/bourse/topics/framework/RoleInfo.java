package dev.bourse.topics.framework;

import dev.bourse.topics.command.Texts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a framework wants of one of its roles.
 *
 * @param role its name: a path such as {@code eng/backend}
 * @param suppressed whether it wants no offers for now; null for no, or in an update for as it is
 *     if it was suppressed by a call
 * @param minAllocatable the least that is worth an offer: alternatives parted by {@code |}, each an
 *     amount of one or more resources, as in {@code cpus:1;memory:1024|gpus:1}; an empty text takes
 *     anything; null for the cluster's own minimum
 * @param constraints which agents it is offered: one of the groups must hold, and a group holds
 *     when all in it do; null or empty for all agents
 */
public record RoleInfo(
    String role,
    @Nullable Boolean suppressed,
    @Nullable String minAllocatable,
    @Nullable List<List<AttributeConstraint>> constraints) {

  private static final int MAX_GROUPS = 16;
  private static final int MAX_IN_GROUP = 16;

  /** Checks and copies. */
  public RoleInfo {
    Texts.checkRole("role", role);
    if (minAllocatable != null) {
      MinAllocatable.parse(minAllocatable);
    }
    if (constraints != null) {
      constraints = copy(constraints);
    }
  }

  private static List<List<AttributeConstraint>> copy(List<List<AttributeConstraint>> groups) {
    if (groups.size() > MAX_GROUPS) {
      throw new IllegalArgumentException(
          "constraints: has " + groups.size() + " groups, but may have " + MAX_GROUPS);
    }
    List<List<AttributeConstraint>> copies = new ArrayList<>();
    for (List<AttributeConstraint> group : groups) {
      if (group.isEmpty() || group.size() > MAX_IN_GROUP) {
        throw new IllegalArgumentException(
            "constraints: a group has "
                + group.size()
                + " entries, but must have 1 to "
                + MAX_IN_GROUP);
      }
      copies.add(List.copyOf(group));
    }
    return List.copyOf(copies);
  }

  /** A role of which nothing more is said. */
  public static RoleInfo of(String role) {
    return new RoleInfo(role, null, null, null);
  }

  /** Whether it wants no offers for now. */
  public boolean isSuppressed() {
    return Boolean.TRUE.equals(suppressed);
  }
}
