package dev.bourse.core.frameworks;

import dev.bourse.topics.framework.OfferOperation;
import dev.bourse.topics.framework.TaskInfo;
import dev.bourse.topics.resources.Resources;
import java.util.List;

/** What operations take of what was offered, at most. */
final class Needs {

  private Needs() {}

  /**
   * As far as they are valid; what is not is answered later. What reservations make can be used by
   * what follows them, so with them everything must be there that was offered.
   */
  static Resources of(List<OfferOperation> operations, Resources offered) {
    Resources left = offered;
    for (OfferOperation operation : operations) {
      if (operation.tasks() == null) {
        return offered;
      }
      for (TaskInfo task : operation.tasks()) {
        if (left.contains(task.resources())) {
          left = left.minus(task.resources());
        }
      }
    }
    return offered.minus(left);
  }
}
