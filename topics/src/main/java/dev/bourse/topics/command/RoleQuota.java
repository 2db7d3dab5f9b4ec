package dev.bourse.topics.command;

import dev.bourse.topics.resources.Quantities;
import org.jspecify.annotations.Nullable;

/**
 * What a role may hold at most, and what is kept for it, with all roles below it.
 *
 * @param role which
 * @param limit the most; null for no limit. A name that is absent is not limited
 * @param guarantee what is kept for it; null for nothing. Where there is a limit of the same name
 *     it is not above it
 */
public record RoleQuota(String role, @Nullable Quantities limit, @Nullable Quantities guarantee) {

  /** Checks. */
  public RoleQuota {
    Texts.checkRole("role", role);
    RoleSettings.checkQuota(limit, guarantee);
  }
}
