package dev.bourse.core.frameworks;

import dev.bourse.core.state.ClusterState;
import dev.bourse.core.state.FrameworkRow;
import dev.bourse.core.state.TaskRow;
import dev.bourse.topics.framework.TaskInfo;
import dev.bourse.topics.id.TaskId;
import dev.bourse.topics.resources.Resources;
import org.jspecify.annotations.Nullable;

/** Whether a task may be launched (the rules of Mesos' master/validation.cpp). */
final class TaskCheck {

  private static final long MAX_MILLIS = 365L * 24 * 3_600_000;

  private TaskCheck() {}

  /** What is wrong with it, naming the field, what was found and what is allowed; or null. */
  static @Nullable String problem(
      TaskInfo task, Resources pool, FrameworkRow framework, ClusterState state) {
    String problem = id(task, framework, state);
    problem = problem != null ? problem : command(task);
    problem = problem != null ? problem : resources(task, pool);
    problem = problem != null ? problem : limits(task);
    problem = problem != null ? problem : span("killGraceMillis", task.killGraceMillis());
    problem = problem != null ? problem : span("maxCompletionMillis", task.maxCompletionMillis());
    return problem != null ? problem : logCap(task);
  }

  private static @Nullable String id(TaskInfo task, FrameworkRow framework, ClusterState state) {
    TaskId id = TaskId.of(framework.id(), task.task());
    TaskRow known = state.task(id);
    if (known != null) {
      return "task: '" + task.task() + "' is in use: it is " + known.state();
    }
    return state.updates(id) == null
        ? null
        : "task: '" + task.task() + "' is in use: its end has not been acknowledged";
  }

  private static @Nullable String command(TaskInfo task) {
    if (task.command() != null && task.executor() != null) {
      return "executor: is given beside command, but a task has exactly one of them";
    }
    if (task.executor() != null) {
      return "executor: is '" + task.executor() + "', but executors are not supported yet";
    }
    return task.command() == null ? "command: is missing" : null;
  }

  private static @Nullable String resources(TaskInfo task, Resources pool) {
    if (task.resources().isEmpty()) {
      return "resources: are empty, but a task needs some";
    }
    return pool.contains(task.resources())
        ? null
        : "resources: are '" + task.resources() + "', but of the offer there is '" + pool + "'";
  }

  private static @Nullable String limits(TaskInfo task) {
    Resources limits = task.limits();
    if (limits == null) {
      return null;
    }
    for (String name : limits.names()) {
      if (!name.equals(Resources.CPUS) && !name.equals(Resources.MEMORY)) {
        return "limits: name '" + name + "', but only cpus and memory can be limited";
      }
      long request = task.resources().scalar(name);
      if (request == 0 || limits.scalar(name) < request) {
        return "limits: are '"
            + limits
            + "', but must be at least what is asked for, '"
            + task.resources()
            + "'";
      }
    }
    return null;
  }

  private static @Nullable String span(String field, @Nullable Long millis) {
    return millis == null || (millis >= 0 && millis <= MAX_MILLIS)
        ? null
        : field + ": is " + millis + ", but must be 0 to " + MAX_MILLIS;
  }

  private static @Nullable String logCap(TaskInfo task) {
    Long cap = task.logCapBytes();
    return cap == null || cap >= 0 ? null : "logCapBytes: is " + cap + ", but must be 0 or more";
  }
}
