package dev.bourse.simulator.check;

import dev.bourse.core.TableChange.PublicTable;
import dev.bourse.core.state.AgentRow;
import dev.bourse.core.state.BucketRow;
import dev.bourse.core.state.CellRow;
import dev.bourse.core.state.ClientRow;
import dev.bourse.core.state.ClusterState;
import dev.bourse.core.state.FinishedJobRow;
import dev.bourse.core.state.FrameworkRow;
import dev.bourse.core.state.JobRow;
import dev.bourse.core.state.RoleRow;
import dev.bourse.core.state.Row;
import dev.bourse.core.state.SettingsRow;
import dev.bourse.core.state.TaskRow;
import dev.bourse.core.state.TimerRow;
import dev.bourse.simulator.log.SimLog;
import dev.bourse.topics.command.RoleSettings;
import dev.bourse.topics.id.TaskId;
import dev.bourse.topics.view.AgentView;
import dev.bourse.topics.view.FrameworkState;
import dev.bourse.topics.view.FrameworkView;
import dev.bourse.topics.view.JobView;
import dev.bourse.topics.view.RoleView;
import dev.bourse.topics.view.TaskView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is left in the end, in the state and in the tables that users read. */
public final class Ending {

  private Ending() {}

  /** The public tables say what the state says, and nothing else. */
  public static void checkTables(SimLog log, ClusterState state) {
    TreeMap<String, String> jobs = new TreeMap<>();
    TreeMap<String, String> tasks = new TreeMap<>();
    TreeMap<String, String> agents = new TreeMap<>();
    TreeMap<String, String> frameworks = new TreeMap<>();
    TreeMap<String, String> roles = new TreeMap<>();
    for (Row row : state.rows()) {
      switch (row) {
        case AgentRow agent -> agents.put(agent.id().value(), agent.state().toString());
        case JobRow job -> {
          jobs.put(job.id().value(), job.progress().state().toString());
          if (job.progress().attempts() > 0) {
            tasks.put(job.task().value(), "");
          }
        }
        case FinishedJobRow job -> {
          jobs.put(job.id().value(), job.state().toString());
          if (job.launched()) {
            tasks.put(TaskId.of(job.id(), 0).value(), "");
          }
        }
        case FrameworkRow framework ->
            frameworks.put(framework.id().value(), framework.state().toString());
        case TaskRow task when task.framework() != null -> tasks.put(task.id().value(), "");
        case TimerRow timer when timer.kind() == TimerRow.Kind.EXPIRE_TASK ->
            tasks.put(timer.subject(), "");
        default -> {}
      }
    }
    state.roles().forEach((role, settings) -> roles.put(role, settings.toString()));
    expectSame(PublicTable.FRAMEWORKS, log, frameworks);
    expectShown(log, roles);
    expectSame(PublicTable.JOBS, log, jobs);
    expectSame(PublicTable.TASKS, log, tasks);
    expectSame(PublicTable.AGENTS, log, agents);
  }

  private static void expectSame(PublicTable table, SimLog log, Map<String, String> expected) {
    TreeMap<String, String> shown = new TreeMap<>();
    log.table(table)
        .forEach(
            (key, view) ->
                shown.put(
                    key,
                    switch (view) {
                      case JobView job -> job.state().toString();
                      case AgentView agent -> agent.state().toString();
                      case TaskView task -> "";
                      case FrameworkView framework -> framework.state().toString();
                      case RoleView role -> "";
                    }));
    TreeSet<String> keys = new TreeSet<>(shown.keySet());
    keys.addAll(expected.keySet());
    keys.removeIf(
        key -> Objects.equals(shown.get(key), expected.get(key)) || isUsedAgain(table, key, shown));
    if (!keys.isEmpty()) {
      String key = keys.first();
      throw new Violation(
          "in table %s %d rows are wrong; %s is shown as '%s', and in the state '%s'"
              .formatted(table, keys.size(), key, shown.get(key), expected.get(key)));
    }
  }

  /** What is configured no more is not said any more; what is, is. */
  private static void expectShown(SimLog log, Map<String, String> roles) {
    roles.forEach(
        (role, settings) -> {
          if (!(log.row(PublicTable.ROLES, role) instanceof RoleView view)
              || !new RoleSettings(view.weight(), view.limit(), view.guarantee())
                  .toString()
                  .equals(settings)) {
            throw new Violation("of role %s users do not see %s".formatted(role, settings));
          }
        });
  }

  private static boolean isForLong(Row row) {
    return switch (row) {
      case CellRow cell -> true;
      case SettingsRow settings -> true;
      case RoleRow role -> true;
      case ClientRow client -> true;
      case BucketRow bucket -> true;
      case FrameworkRow framework -> framework.state() == FrameworkState.REMOVED;
      default -> false;
    };
  }

  /** A framework may use the name of a task again: then its row goes with the first of them. */
  private static boolean isUsedAgain(PublicTable table, String key, Map<String, String> shown) {
    return table == PublicTable.TASKS
        && new TaskId(key).framework() != null
        && !shown.containsKey(key);
  }

  /** When all that is remembered for a time is forgotten, only agents are left. */
  public static void checkForgotten(ClusterState state, int agents) {
    List<Row> left = new ArrayList<>(state.rows());
    // That a framework is over, and what is rationed and counted, is remembered for much longer.
    left.removeIf(Ending::isForLong);
    boolean timers =
        state.timers().stream().anyMatch(timer -> timer.kind() != TimerRow.Kind.FORGET_FRAMEWORK);
    if (left.size() != agents || timers) {
      throw new Violation("in the end there is still %s".formatted(left));
    }
    for (AgentRow agent : state.agents()) {
      if (!state.used(agent.id()).isEmpty()) {
        throw new Violation("in the end %s holds %s".formatted(agent.id(), state.used(agent.id())));
      }
    }
  }
}
