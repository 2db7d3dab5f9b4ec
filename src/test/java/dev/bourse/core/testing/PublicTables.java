package dev.bourse.core.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.core.TableChange;
import dev.bourse.core.TableChange.PublicTable;
import dev.bourse.core.state.AgentRow;
import dev.bourse.core.state.ClusterState;
import dev.bourse.core.state.FinishedJobRow;
import dev.bourse.core.state.FrameworkRow;
import dev.bourse.core.state.JobRow;
import dev.bourse.core.state.Row;
import dev.bourse.core.state.RowChange;
import dev.bourse.core.state.TaskRow;
import dev.bourse.core.state.TimerRow;
import dev.bourse.topics.id.TaskId;
import dev.bourse.topics.view.AgentView;
import dev.bourse.topics.view.FrameworkView;
import dev.bourse.topics.view.JobView;
import dev.bourse.topics.view.RoleView;
import dev.bourse.topics.view.TaskView;
import dev.bourse.topics.view.View;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The tables as users read them, built from nothing but changes. */
final class PublicTables {

  private final Map<PublicTable, TreeMap<String, View>> tables = new EnumMap<>(PublicTable.class);

  PublicTables() {
    for (PublicTable table : PublicTable.values()) {
      tables.put(table, new TreeMap<>());
    }
  }

  void take(TableChange change) {
    if (change.view() == null) {
      assertThat(tables.get(change.table()).remove(change.key()))
          .as("what the tombstone %s takes away", change.key())
          .isNotNull();
    } else {
      assertThat(change.view().key()).isEqualTo(change.key());
      tables.get(change.table()).put(change.key(), change.view());
    }
  }

  View get(PublicTable table, String key) {
    return tables.get(table).get(key);
  }

  /** Users see what the state says of the rows that have changed, and nothing that is forgotten. */
  void assertMatches(ClusterState state, List<RowChange> changes) {
    for (RowChange change : changes) {
      switch (change.row()) {
        case AgentRow agent -> assertMatches(agent);
        case JobRow job -> assertMatches(job);
        case FinishedJobRow job -> assertMatches(job);
        case TaskRow task -> assertMatches(task);
        case FrameworkRow framework -> assertMatches(framework);
        case null, default -> {}
      }
    }
    assertNothingElse(state);
  }

  private void assertNothingElse(ClusterState state) {
    TreeSet<String> jobs = new TreeSet<>();
    TreeSet<String> tasks = new TreeSet<>();
    TreeSet<String> agents = new TreeSet<>();
    TreeSet<String> frameworks = new TreeSet<>();
    for (Row row : state.rows()) {
      switch (row) {
        case AgentRow agent -> agents.add(agent.id().value());
        case FrameworkRow framework -> frameworks.add(framework.id().value());
        case TaskRow task -> tasks.add(task.id().value());
        case TimerRow timer -> {
          if (timer.kind() == TimerRow.Kind.EXPIRE_TASK) {
            tasks.add(timer.subject());
          }
        }
        case JobRow job -> {
          jobs.add(job.id().value());
          if (job.progress().attempts() > 0) {
            tasks.add(job.task().value());
          }
        }
        case FinishedJobRow job -> {
          jobs.add(job.id().value());
          if (job.launched()) {
            tasks.add(TaskId.of(job.id(), 0).value());
          }
        }
        default -> {}
      }
    }
    assertThat(tables.get(PublicTable.JOBS).keySet().equals(jobs)).as("the jobs").isTrue();
    assertThat(tables.get(PublicTable.TASKS).keySet().equals(tasks)).as("the tasks").isTrue();
    assertThat(tables.get(PublicTable.AGENTS).keySet().equals(agents)).as("the agents").isTrue();
    assertThat(tables.get(PublicTable.FRAMEWORKS).keySet().equals(frameworks))
        .as("the frameworks")
        .isTrue();
    assertThat(tables.get(PublicTable.ROLES).keySet().equals(state.roles().keySet()))
        .as("the roles")
        .isTrue();
    state
        .roles()
        .forEach(
            (role, settings) ->
                assertThat(((RoleView) get(PublicTable.ROLES, role)).limit())
                    .isEqualTo(settings.limit()));
  }

  private void assertMatches(FinishedJobRow job) {
    JobView view = (JobView) get(PublicTable.JOBS, job.id().value());
    assertThat(view.state()).isEqualTo(job.state());
    assertThat(view.state().isTerminal()).isTrue();
  }

  private void assertMatches(AgentRow agent) {
    AgentView view = (AgentView) get(PublicTable.AGENTS, agent.id().value());
    assertThat(view.state()).isEqualTo(agent.state());
    assertThat(view.registration()).isEqualTo(agent.registration());
    assertThat(view.resources()).isEqualTo(agent.offered());
    assertThat(view.changedAt()).isEqualTo(agent.changedAt());
  }

  private void assertMatches(JobRow job) {
    JobView view = (JobView) get(PublicTable.JOBS, job.id().value());
    assertThat(view.state()).isEqualTo(job.progress().state());
    assertThat(view.attempts()).isEqualTo(job.progress().attempts());
    assertThat(view.cancelling()).isEqualTo(job.progress().cancelling());
    assertThat(view.startedAt()).isEqualTo(job.progress().startedAt());
    assertThat(view.retryAt()).isEqualTo(job.progress().retryAt());
    assertThat(view.reason()).isEqualTo(job.progress().reason());
    assertThat(view.position()).isEqualTo(job.position());
  }

  private void assertMatches(FrameworkRow framework) {
    FrameworkView view = (FrameworkView) get(PublicTable.FRAMEWORKS, framework.id().value());
    assertThat(view.state()).isEqualTo(framework.state());
    assertThat(view.info()).isEqualTo(framework.info());
    assertThat(view.suppressedRoles()).containsExactlyElementsOf(framework.suppressed());
  }

  private void assertMatches(TaskRow task) {
    TaskView view = (TaskView) get(PublicTable.TASKS, task.id().value());
    assertThat(view.state()).isEqualTo(task.state());
    assertThat(view.epoch()).isEqualTo(task.epoch());
    assertThat(view.agent()).isEqualTo(task.agent());
    assertThat(view.reason()).isEqualTo(task.status().reason());
    assertThat(view.startedAt()).isEqualTo(task.status().startedAt());
  }
}
