package dev.bourse.core.frameworks;

import dev.bourse.core.state.ClusterState;
import dev.bourse.core.state.FrameworkRow;
import dev.bourse.topics.framework.OfferOperation;
import dev.bourse.topics.framework.TaskInfo;
import dev.bourse.topics.resources.Resources;
import java.util.List;
import java.util.TreeSet;

/**
 * What operations take of what was offered: what their tasks ask for that will be launched, one
 * after the other. One that is not valid leaves what it asks for to those after it.
 */
final class Needs {

  private final FrameworkRow framework;
  private final ClusterState state;
  private final TreeSet<String> names = new TreeSet<>();

  private Needs(FrameworkRow framework, ClusterState state) {
    this.framework = framework;
    this.state = state;
  }

  /**
   * What operations take. What reservations make can be used by what follows them, so with them
   * everything must be there that was offered.
   */
  static Resources of(
      List<OfferOperation> operations,
      Resources offered,
      FrameworkRow framework,
      ClusterState state) {
    Needs needs = new Needs(framework, state);
    Resources left = offered;
    for (OfferOperation operation : operations) {
      List<TaskInfo> tasks = operation.tasks();
      if (tasks == null) {
        return offered;
      }
      left =
          operation.type() == OfferOperation.Type.LAUNCH_GROUP
              ? needs.withoutAll(tasks, left)
              : needs.without(tasks, left);
    }
    return offered.minus(left);
  }

  private Resources without(List<TaskInfo> tasks, Resources pool) {
    Resources left = pool;
    for (TaskInfo task : tasks) {
      if (isLaunched(task, left)) {
        names.add(task.task());
        left = left.minus(task.resources());
      }
    }
    return left;
  }

  /** All of a group, or none. */
  private Resources withoutAll(List<TaskInfo> tasks, Resources pool) {
    TreeSet<String> before = new TreeSet<>(names);
    Resources left = pool;
    for (TaskInfo task : tasks) {
      if (!isLaunched(task, left)) {
        names.retainAll(before);
        return pool;
      }
      names.add(task.task());
      left = left.minus(task.resources());
    }
    return left;
  }

  private boolean isLaunched(TaskInfo task, Resources left) {
    return !names.contains(task.task()) && TaskCheck.problem(task, left, framework, state) == null;
  }
}
