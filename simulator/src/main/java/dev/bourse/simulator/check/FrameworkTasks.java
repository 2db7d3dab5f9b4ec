package dev.bourse.simulator.check;

import dev.bourse.core.Envelope;
import dev.bourse.core.Outcome;
import dev.bourse.core.event.Event;
import dev.bourse.core.event.FrameworkConnected;
import dev.bourse.core.event.FrameworkForgotten;
import dev.bourse.core.event.FrameworkRemoved;
import dev.bourse.core.event.FrameworkTaskLaunched;
import dev.bourse.core.event.FrameworkUpdated;
import dev.bourse.core.event.TaskEnded;
import dev.bourse.core.event.TaskKillRequested;
import dev.bourse.core.event.TaskStatusChanged;
import dev.bourse.core.event.UpdateQueued;
import dev.bourse.simulator.world.Coverage;
import dev.bourse.topics.command.Command;
import dev.bourse.topics.command.DrainAgent;
import dev.bourse.topics.command.KillTasks;
import dev.bourse.topics.framework.Capability;
import dev.bourse.topics.framework.FrameworkInfo;
import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.id.TaskId;
import dev.bourse.topics.task.TaskState;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Follows the tasks of frameworks: each goes its way as an attempt does, is ended for a cause, and
 * all that becomes of it is put into the line of its updates at once, up to its end.
 */
final class FrameworkTasks {

  private static final class Task {
    private final FrameworkTaskLaunched launch;
    private final AttemptStory story;

    private Task(FrameworkTaskLaunched launch, AttemptStory story) {
      this.launch = launch;
      this.story = story;
    }
  }

  /** What is to be put into the line next. */
  private record News(TaskId task, TaskState state) {}

  private final Truth truth;
  private final Coverage coverage;
  private final Map<TaskId, Task> tasks = new TreeMap<>();
  private final Map<FrameworkId, FrameworkInfo> frameworks = new TreeMap<>();
  private final TreeSet<Long> endedGroups = new TreeSet<>();
  private @Nullable News untold;

  FrameworkTasks(Truth truth, Coverage coverage) {
    this.truth = truth;
    this.coverage = coverage;
  }

  void take(Envelope envelope, Outcome outcome) {
    endedGroups.clear();
    for (Event event : outcome.events()) {
      take(event, envelope.command(), outcome.time());
    }
    expect(untold == null, "its framework is not told of", untold);
  }

  private void take(Event event, Command cause, long now) {
    if (event instanceof UpdateQueued e) {
      checkTold(e);
      return;
    }
    expect(untold == null, "its framework is not told of", untold);
    switch (event) {
      case FrameworkConnected e -> frameworks.put(e.framework(), e.info());
      case FrameworkUpdated e -> frameworks.put(e.framework(), e.info());
      // Nobody is left who could be told.
      case FrameworkRemoved e -> frameworks.remove(e.framework());
      case FrameworkForgotten e -> frameworks.remove(e.framework());
      case FrameworkTaskLaunched e -> launched(e);
      case TaskStatusChanged e when e.task().framework() != null -> {
        task(e.task(), e).story.changed(e, cause, now);
        tell(e.task(), e.state());
      }
      case TaskKillRequested e when e.task().framework() != null -> {
        Task task = task(e.task(), e);
        task.story.killed(e, cause, isWanted(task, e, cause), now);
      }
      case TaskEnded e when e.task().framework() != null -> ended(e, cause);
      default -> {}
    }
  }

  private void launched(FrameworkTaskLaunched e) {
    AttemptStory story =
        new AttemptStory(e.task(), e.epoch(), e.maxCompletionMillis(), truth, coverage);
    Task before = tasks.put(e.task(), new Task(e, story));
    expect(before == null, "it runs already", e);
  }

  private void ended(TaskEnded e, Command cause) {
    Task task = task(e.task(), e);
    task.story.ended(e, cause);
    tasks.remove(e.task());
    if (e.state() != TaskState.FINISHED) {
      endedGroups.add(task.launch.group());
    }
    tell(e.task(), e.state());
  }

  private boolean isWanted(Task task, TaskKillRequested e, Command cause) {
    return switch (e.reason()) {
      case CANCELLED ->
          cause instanceof KillTasks call
              && call.framework().equals(task.launch.framework())
              && call.tasks().contains(e.task().name());
      case FRAMEWORK_REMOVED -> !frameworks.containsKey(task.launch.framework());
      case TASK_GROUP_ENDED ->
          task.launch.group() != 0 && endedGroups.contains(task.launch.group());
      case PREEMPTED -> task.launch.preemptible() && !task.story.isToldToEnd();
      case AGENT_DRAINING -> cause instanceof DrainAgent;
      default -> false;
    };
  }

  private Task task(TaskId id, Event event) {
    Task task = tasks.get(id);
    if (task == null) {
      throw new Violation("there is no such task: " + event);
    }
    return task;
  }

  private void tell(TaskId task, TaskState state) {
    FrameworkInfo info = frameworks.get(task.framework());
    untold = info == null ? null : new News(task, visible(state, info));
  }

  private void checkTold(UpdateQueued e) {
    News news = untold;
    untold = null;
    expect(
        news != null && news.task().equals(e.task()) && news.state() == e.update().state(),
        "it is told of what is not so; it is " + news,
        e);
  }

  /** Who cannot handle that a task may come back hears LOST of all that Mesos knew no word for. */
  private static TaskState visible(TaskState state, FrameworkInfo info) {
    return switch (state) {
      case UNREACHABLE, DROPPED, GONE, GONE_BY_OPERATOR, UNKNOWN ->
          info.can(Capability.PARTITION_AWARE) ? state : TaskState.LOST;
      default -> state;
    };
  }

  private static void expect(boolean holds, String otherwise, @Nullable Object about) {
    if (!holds) {
      throw new Violation("of a framework's task " + otherwise + ": " + about);
    }
  }
}
