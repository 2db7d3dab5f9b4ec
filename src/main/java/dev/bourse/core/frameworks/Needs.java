package dev.bourse.core.frameworks;

import dev.bourse.topics.framework.OfferOperation;
import dev.bourse.topics.framework.TaskInfo;
import dev.bourse.topics.resources.Resources;
import java.util.List;

/** What operations take of what was offered. */
final class Needs {

  private Needs() {}

  /** As far as they are valid; what is not is answered later. */
  static Resources of(List<OfferOperation> operations, Resources offered) {
    Resources left = offered;
    Resources made = Resources.EMPTY;
    for (OfferOperation operation : operations) {
      for (Resources wanted : wanted(operation)) {
        if (made.contains(wanted)) {
          made = made.minus(wanted);
        } else if (left.contains(wanted)) {
          left = left.minus(wanted);
        }
      }
      made = made.plus(made(operation));
    }
    return offered.minus(left);
  }

  private static List<Resources> wanted(OfferOperation operation) {
    Resources resources = operation.resources();
    if (operation.tasks() != null) {
      return operation.tasks().stream().map(TaskInfo::resources).toList();
    }
    if (resources == null || !isDynamic(resources)) {
      return List.of();
    }
    return List.of(
        operation.type() == OfferOperation.Type.RESERVE ? resources.popReservation() : resources);
  }

  private static Resources made(OfferOperation operation) {
    Resources resources = operation.resources();
    if (resources == null || !isDynamic(resources)) {
      return Resources.EMPTY;
    }
    return operation.type() == OfferOperation.Type.RESERVE ? resources : resources.popReservation();
  }

  private static boolean isDynamic(Resources resources) {
    return resources.reservedDynamically().equals(resources);
  }
}
