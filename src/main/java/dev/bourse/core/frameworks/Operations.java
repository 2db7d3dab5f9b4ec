package dev.bourse.core.frameworks;

import dev.bourse.core.context.Context;
import dev.bourse.core.event.FrameworkTaskLaunched;
import dev.bourse.core.event.ReservationChanged;
import dev.bourse.core.state.FrameworkRow;
import dev.bourse.topics.framework.OfferOperation;
import dev.bourse.topics.framework.TaskInfo;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.TaskId;
import dev.bourse.topics.job.JobSpec;
import dev.bourse.topics.resources.Resources;
import dev.bourse.topics.task.Reason;
import dev.bourse.topics.task.TaskState;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Does with resources what a framework wants, one operation after the other. */
final class Operations {

  private final FrameworkRow framework;
  private final AgentId agent;
  private final String role;
  private final Context context;

  Operations(FrameworkRow framework, AgentId agent, String role, Context context) {
    this.framework = framework;
    this.agent = agent;
    this.role = role;
    this.context = context;
  }

  /** Does them; the result is what they leave. */
  Resources apply(List<OfferOperation> operations, Resources offered) {
    Resources pool = offered;
    for (OfferOperation operation : operations) {
      pool =
          switch (operation.type()) {
            case LAUNCH -> launch(Objects.requireNonNull(operation.tasks()), pool);
            case LAUNCH_GROUP -> launchGroup(Objects.requireNonNull(operation.tasks()), pool);
            case RESERVE -> reserve(operation, pool);
            case UNRESERVE -> unreserve(operation, pool);
          };
      if (operation.tasks() != null) {
        OperationNews.finished(framework, operation, agent, context);
      }
    }
    return pool;
  }

  private Resources launch(List<TaskInfo> tasks, Resources offered) {
    Resources pool = offered;
    for (TaskInfo task : tasks) {
      String problem = TaskCheck.problem(task, pool, framework, context.state());
      if (problem == null) {
        launch(task, 0);
        pool = pool.minus(task.resources());
      } else {
        refuse(task, Reason.TASK_INVALID, problem);
      }
    }
    return pool;
  }

  private Resources launchGroup(List<TaskInfo> tasks, Resources offered) {
    Resources pool = offered;
    TreeSet<String> names = new TreeSet<>();
    for (TaskInfo task : tasks) {
      String problem =
          names.add(task.task())
              ? TaskCheck.problem(task, pool, framework, context.state())
              : "task: '" + task.task() + "' is twice in the group";
      if (problem != null) {
        String why = "task '" + task.task() + "' of the group: " + problem;
        tasks.forEach(each -> refuse(each, Reason.TASK_GROUP_INVALID, why));
        return offered;
      }
      pool = pool.minus(task.resources());
    }
    long group = context.state().cell().epochs() + 1;
    tasks.forEach(task -> launch(task, group));
    return pool;
  }

  private void refuse(TaskInfo task, Reason reason, String problem) {
    TaskNews.say(framework, task.task(), TaskState.ERROR, reason, problem, agent, context);
  }

  private void launch(TaskInfo task, long group) {
    context.emit(
        new FrameworkTaskLaunched(
            TaskId.of(framework.id(), task.task()),
            framework.id(),
            task,
            orElse(task.killGraceMillis(), JobSpec.DEFAULT_KILL_GRACE_MILLIS),
            orElse(task.maxCompletionMillis(), 0),
            Boolean.TRUE.equals(task.preemptible()),
            group,
            context.state().cell().epochs() + 1,
            agent,
            role,
            context.now()));
  }

  private static long orElse(@Nullable Long value, long otherwise) {
    return value == null ? otherwise : value;
  }

  private Resources reserve(OfferOperation operation, Resources pool) {
    Resources wanted = Objects.requireNonNull(operation.resources());
    String problem = ReservationCheck.reserve(wanted, pool, role, framework);
    if (problem != null) {
      OperationNews.failed(framework, operation, problem, agent, context);
      return pool;
    }
    Resources before = wanted.popReservation();
    return replace(operation, before, wanted, pool);
  }

  private Resources unreserve(OfferOperation operation, Resources pool) {
    Resources wanted = Objects.requireNonNull(operation.resources());
    String problem = ReservationCheck.unreserve(wanted, pool);
    if (problem != null) {
      OperationNews.failed(framework, operation, problem, agent, context);
      return pool;
    }
    return replace(operation, wanted, wanted.popReservation(), pool);
  }

  private Resources replace(
      OfferOperation operation, Resources before, Resources after, Resources pool) {
    context.emit(new ReservationChanged(agent, before, after));
    OperationNews.finished(framework, operation, agent, context);
    return pool.minus(before).plus(after);
  }
}
