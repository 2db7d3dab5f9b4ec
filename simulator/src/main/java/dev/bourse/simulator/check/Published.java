package dev.bourse.simulator.check;

import dev.bourse.core.Outcome;
import dev.bourse.core.TableChange;
import dev.bourse.core.TableChange.PublicTable;
import dev.bourse.core.state.AgentRow;
import dev.bourse.core.state.FinishedJobRow;
import dev.bourse.core.state.FrameworkRow;
import dev.bourse.core.state.JobRow;
import dev.bourse.core.state.RoleRow;
import dev.bourse.core.state.Row;
import dev.bourse.core.state.RowChange;
import dev.bourse.core.state.RowKey;
import dev.bourse.core.state.TaskRow;
import dev.bourse.topics.command.RoleSettings;
import dev.bourse.topics.view.AgentView;
import dev.bourse.topics.view.FrameworkState;
import dev.bourse.topics.view.FrameworkView;
import dev.bourse.topics.view.JobView;
import dev.bourse.topics.view.RoleView;
import dev.bourse.topics.view.TaskView;
import dev.bourse.topics.view.View;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What users can read says after every step what the state says, of every row that changed. */
final class Published {

  private final Map<PublicTable, Map<String, View>> tables = new EnumMap<>(PublicTable.class);

  Published() {
    for (PublicTable table : PublicTable.values()) {
      tables.put(table, new TreeMap<>());
    }
  }

  void check(Outcome outcome) {
    for (TableChange change : outcome.tables()) {
      Map<String, View> table = table(change.table());
      if (change.view() == null) {
        table.remove(change.key());
      } else {
        table.put(change.key(), change.view());
      }
    }
    for (RowChange change : outcome.rows()) {
      check(change.key(), change.row());
    }
  }

  private void check(RowKey key, @Nullable Row row) {
    switch (key.table()) {
      case AGENTS -> {
        @Nullable View view = table(PublicTable.AGENTS).get(key.id());
        expect(row == null ? view == null : isSame(view, (AgentRow) row), view, key, row);
      }
      case JOBS -> {
        @Nullable View view = table(PublicTable.JOBS).get(key.id());
        expect(row == null || isSame(view, (JobRow) row), view, key, row);
      }
      case FINISHED_JOBS -> {
        @Nullable View view = table(PublicTable.JOBS).get(key.id());
        boolean gone = view == null || (view instanceof JobView job && !job.state().isTerminal());
        expect(row == null ? gone : isSame(view, (FinishedJobRow) row), view, key, row);
      }
      case TASKS -> {
        @Nullable View view = table(PublicTable.TASKS).get(key.id());
        expect(row == null || isSame(view, (TaskRow) row), view, key, row);
      }
      case FRAMEWORKS -> {
        @Nullable View view = table(PublicTable.FRAMEWORKS).get(key.id());
        expect(row == null ? view == null : isSame(view, (FrameworkRow) row), view, key, row);
      }
      case ROLES -> {
        @Nullable View view = table(PublicTable.ROLES).get(key.id());
        expect(row == null || isSame(view, (RoleRow) row), view, key, row);
      }
      default -> {}
    }
  }

  private static boolean isSame(@Nullable View shown, FrameworkRow row) {
    return shown instanceof FrameworkView view
        && view.state() == row.state()
        && view.info().equals(row.info())
        && view.suppressedRoles().equals(List.copyOf(row.suppressed()))
        && view.subscribedAt() == row.subscribedAt()
        && view.changedAt() == row.changedAt()
        && (view.removalAt() != 0) == (row.state() == FrameworkState.DISCONNECTED);
  }

  private static boolean isSame(@Nullable View shown, RoleRow row) {
    RoleSettings settings = row.settings();
    return shown instanceof RoleView view
        && view.weight() == settings.weight()
        && Objects.equals(view.limit(), settings.limit())
        && Objects.equals(view.guarantee(), settings.guarantee());
  }

  private static boolean isSame(@Nullable View shown, AgentRow row) {
    return shown instanceof AgentView view
        && view.state() == row.state()
        && view.registration() == row.registration()
        && view.resources().equals(row.layout() == null ? row.resources() : row.layout())
        && Objects.equals(view.upkeep(), row.upkeep())
        && view.attributes().equals(row.attributes())
        && view.registeredAt() == row.registeredAt()
        && view.changedAt() == row.changedAt();
  }

  private static boolean isSame(@Nullable View shown, JobRow row) {
    JobRow.Progress progress = row.progress();
    return shown instanceof JobView view
        && view.state() == progress.state()
        && row.spec().equals(view.spec())
        && view.attempts() == progress.attempts()
        && view.cancelling() == progress.cancelling()
        && view.submittedAt() == row.submittedAt()
        && view.startedAt() == progress.startedAt()
        && view.endedAt() == progress.endedAt()
        && view.retryAt() == progress.retryAt()
        && view.position().equals(row.position())
        && view.reason() == progress.reason()
        && Objects.equals(view.message(), progress.message());
  }

  private static boolean isSame(@Nullable View shown, FinishedJobRow row) {
    return shown instanceof JobView view && view.state() == row.state() && view.endedAt() > 0;
  }

  private static boolean isSame(@Nullable View shown, TaskRow row) {
    TaskRow.Status status = row.status();
    return shown instanceof TaskView view
        && view.state() == status.state()
        && view.attempt() == row.attempt()
        && view.epoch() == row.epoch()
        && view.agent().equals(row.agent())
        && view.resources().equals(row.resources())
        && Objects.equals(view.framework(), row.framework())
        && view.launchedAt() == row.launchedAt()
        && view.startedAt() == status.startedAt()
        && view.reason() == status.reason();
  }

  private Map<String, View> table(PublicTable table) {
    return Objects.requireNonNull(tables.get(table));
  }

  private static void expect(boolean holds, @Nullable View view, RowKey key, @Nullable Row row) {
    if (!holds) {
      throw new Violation("users see of %s %s, and it is %s".formatted(key, view, row));
    }
  }
}
