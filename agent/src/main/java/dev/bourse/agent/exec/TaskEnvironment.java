package dev.bourse.agent.exec;

import dev.bourse.agent.folder.TaskFolder;
import dev.bourse.topics.order.LaunchTask;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The environment of a task: a small one that is the same everywhere, and the task's own on top.
 */
final class TaskEnvironment {

  static final String PATH = "PATH";

  private static final String STANDARD_PATH =
      "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

  private final String path;

  /** With the agent's own PATH, so that a task finds what is installed on the machine. */
  TaskEnvironment(@Nullable String path) {
    this.path = path == null || path.isEmpty() ? STANDARD_PATH : path;
  }

  SortedMap<String, String> of(LaunchTask launch, TaskFolder folder) {
    SortedMap<String, String> environment = new TreeMap<>();
    String sandbox = folder.work().toString();
    environment.put(PATH, path);
    environment.put("HOME", sandbox);
    environment.put("LANG", "C.UTF-8");
    if (launch.job() != null) {
      environment.put("BOURSE_JOB_ID", launch.job().value());
    }
    if (launch.framework() != null) {
      environment.put("BOURSE_FRAMEWORK", launch.framework().value());
      environment.put("BOURSE_TASK", launch.task().name());
    }
    environment.put("BOURSE_TASK_ID", launch.task().value());
    environment.put("BOURSE_ATTEMPT", Integer.toString(launch.attempt()));
    environment.put("BOURSE_SANDBOX", sandbox);
    environment.putAll(launch.process().env());
    return environment;
  }
}
