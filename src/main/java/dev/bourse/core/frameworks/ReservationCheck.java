package dev.bourse.core.frameworks;

import dev.bourse.core.state.FrameworkRow;
import dev.bourse.topics.framework.Capability;
import dev.bourse.topics.resources.Resource;
import dev.bourse.topics.resources.Resources;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether resources may be reserved, or a reservation be taken off. */
public final class ReservationCheck {

  private ReservationCheck() {}

  /**
   * What is wrong with a reservation by a framework, or null.
   *
   * @param resources as they are to be
   * @param pool what there is
   * @param role for which the pool was offered
   */
  static @Nullable String reserve(
      Resources resources, Resources pool, String role, FrameworkRow framework) {
    for (Resource entry : resources.entries()) {
      if (!role.equals(entry.reservedFor())) {
        return "resources: are '" + resources + "', but must be reserved for '" + role + "'";
      }
      String principal = entry.reservations().getLast().principal();
      if (!Objects.equals(principal, framework.info().principal())) {
        return "resources: name the principal '"
            + principal
            + "', but the framework's is '"
            + framework.info().principal()
            + "'";
      }
      if (entry.reservations().size() > 1
          && !framework.info().can(Capability.RESERVATION_REFINEMENT)) {
        return "resources: are '"
            + resources
            + "', but to refine a reservation needs the capability RESERVATION_REFINEMENT";
      }
    }
    return reserve(resources, null, pool);
  }

  /**
   * What is wrong with a reservation, or null.
   *
   * @param source what it is to be made of; null for the same without it
   */
  public static @Nullable String reserve(
      Resources resources, @Nullable Resources source, Resources pool) {
    if (!isDynamic(resources)) {
      return "resources: are '"
          + resources
          + "', but must say for whom they are reserved, as in cpus(+eng):1";
    }
    Resources before = source == null ? resources.popReservation() : source;
    if (pool.contains(before)) {
      return null;
    }
    return source == null
        ? problem(resources, "before they are reserved", pool)
        : "source: is '" + source + "', but must be there; there is '" + pool + "'";
  }

  /** What is wrong with taking a reservation off, or null. */
  public static @Nullable String unreserve(Resources resources, Resources pool) {
    return isDynamic(resources) && pool.contains(resources)
        ? null
        : problem(resources, "and reserved dynamically", pool);
  }

  private static boolean isDynamic(Resources resources) {
    for (Resource entry : resources.entries()) {
      if (!entry.isReservedDynamically()) {
        return false;
      }
    }
    return !resources.isEmpty();
  }

  private static String problem(Resources resources, String how, Resources pool) {
    return "resources: are '"
        + resources
        + "', but must be there, "
        + how
        + "; there is '"
        + pool
        + "'";
  }
}
