package dev.bourse.simulator.check;

import dev.bourse.core.TableChange.PublicTable;
import dev.bourse.core.state.AgentRow;
import dev.bourse.core.state.ClusterState;
import dev.bourse.core.state.FinishedJobRow;
import dev.bourse.core.state.JobRow;
import dev.bourse.core.state.Row;
import dev.bourse.simulator.log.SimLog;
import dev.bourse.topics.id.TaskId;
import dev.bourse.topics.view.AgentView;
import dev.bourse.topics.view.JobView;
import dev.bourse.topics.view.TaskView;
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
        default -> {}
      }
    }
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
                    }));
    TreeSet<String> keys = new TreeSet<>(shown.keySet());
    keys.addAll(expected.keySet());
    keys.removeIf(key -> Objects.equals(shown.get(key), expected.get(key)));
    if (!keys.isEmpty()) {
      String key = keys.first();
      throw new Violation(
          "in table %s %d rows are wrong; %s is shown as '%s', and in the state '%s'"
              .formatted(table, keys.size(), key, shown.get(key), expected.get(key)));
    }
  }

  /** When all that is remembered for a time is forgotten, only agents are left. */
  public static void checkForgotten(ClusterState state, int agents) {
    long left = state.rows().size() - 2L;
    if (left != agents || !state.timers().isEmpty()) {
      throw new Violation("in the end there is still %s".formatted(state.rows()));
    }
    for (AgentRow agent : state.agents()) {
      if (!state.used(agent.id()).isEmpty()) {
        throw new Violation("in the end %s holds %s".formatted(agent.id(), state.used(agent.id())));
      }
    }
  }
}
