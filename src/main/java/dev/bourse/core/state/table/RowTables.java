package dev.bourse.core.state.table;

import dev.bourse.core.state.AgentRow;
import dev.bourse.core.state.BucketRow;
import dev.bourse.core.state.CellRow;
import dev.bourse.core.state.ClientRow;
import dev.bourse.core.state.ClusterState;
import dev.bourse.core.state.FilterRow;
import dev.bourse.core.state.FinishedJobRow;
import dev.bourse.core.state.FrameworkRow;
import dev.bourse.core.state.HoldRow;
import dev.bourse.core.state.InverseOfferRow;
import dev.bourse.core.state.JobRow;
import dev.bourse.core.state.OfferRow;
import dev.bourse.core.state.ReconciliationRow;
import dev.bourse.core.state.Row;
import dev.bourse.core.state.SettingsRow;
import dev.bourse.core.state.Table;
import dev.bourse.core.state.TaskRow;
import dev.bourse.core.state.UpdatesRow;
import dev.bourse.topics.command.Settings;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.id.JobId;
import dev.bourse.topics.id.TaskId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/** The rows by key, and what can be read off them without an index. */
abstract class RowTables implements ClusterState {

  final RowMap rows = new RowMap();

  @Override
  public CellRow cell() {
    Row cell = rows.get(CellRow.INITIAL.key());
    return cell == null ? CellRow.INITIAL : (CellRow) cell;
  }

  @Override
  public Settings settings() {
    Row row = rows.get(SettingsRow.KEY);
    return row == null ? Settings.DEFAULT : ((SettingsRow) row).settings();
  }

  @Override
  public @Nullable AgentRow agent(AgentId id) {
    return (AgentRow) rows.get(Table.AGENTS, id.value());
  }

  @Override
  public Collection<AgentRow> agents() {
    return all(Table.AGENTS, AgentRow.class);
  }

  @Override
  public @Nullable JobRow job(JobId id) {
    return (JobRow) rows.get(Table.JOBS, id.value());
  }

  @Override
  public Collection<JobRow> jobs() {
    return all(Table.JOBS, JobRow.class);
  }

  @Override
  public @Nullable FinishedJobRow finishedJob(JobId id) {
    return (FinishedJobRow) rows.get(FinishedJobRow.keyOf(id));
  }

  @Override
  public @Nullable TaskRow task(TaskId id) {
    return (TaskRow) rows.get(Table.TASKS, id.value());
  }

  @Override
  public Collection<TaskRow> tasks() {
    return all(Table.TASKS, TaskRow.class);
  }

  @Override
  public @Nullable OfferRow offer(long number) {
    return (OfferRow) rows.get(OfferRow.keyOf(number));
  }

  @Override
  public Collection<OfferRow> offers() {
    return all(Table.OFFERS, OfferRow.class);
  }

  @Override
  public @Nullable FrameworkRow framework(FrameworkId id) {
    return (FrameworkRow) rows.get(Table.FRAMEWORKS, id.value());
  }

  @Override
  public Collection<FrameworkRow> frameworks() {
    return all(Table.FRAMEWORKS, FrameworkRow.class);
  }

  @Override
  public Collection<TaskRow> tasksOf(FrameworkId framework) {
    return below(Table.TASKS, TaskId.prefix(framework), TaskRow.class);
  }

  @Override
  public List<TaskRow> tasksOf(FrameworkId framework, @Nullable TaskId after, int most) {
    String prefix = TaskId.prefix(framework);
    String from = after == null ? prefix : after.value();
    List<TaskRow> found = new ArrayList<>();
    for (Row row : rows.table(Table.TASKS).subMap(from, false, end(prefix), false).values()) {
      if (found.size() == most) {
        break;
      }
      found.add((TaskRow) row);
    }
    return found;
  }

  @Override
  public @Nullable InverseOfferRow inverseOffer(long number) {
    return (InverseOfferRow) rows.get(InverseOfferRow.keyOf(number));
  }

  @Override
  public Collection<InverseOfferRow> inverseOffers() {
    return all(Table.INVERSE_OFFERS, InverseOfferRow.class);
  }

  @Override
  public @Nullable HoldRow hold(AgentId agent) {
    return (HoldRow) rows.get(HoldRow.keyOf(agent));
  }

  @Override
  public Collection<HoldRow> holds() {
    return all(Table.HOLDS, HoldRow.class);
  }

  @Override
  public List<FilterRow> filtersOn(FrameworkId framework, String role, AgentId agent) {
    // Asked of every offer that might be made, and there are seldom more than one.
    String prefix = FilterRow.prefix(framework, role, agent);
    NavigableMap<String, Row> all = rows.table(Table.FILTERS);
    Map.Entry<String, Row> entry = all.ceilingEntry(prefix);
    if (entry == null || !entry.getKey().startsWith(prefix)) {
      return List.of();
    }
    List<FilterRow> found = new ArrayList<>(1);
    while (entry != null && entry.getKey().startsWith(prefix)) {
      found.add((FilterRow) entry.getValue());
      entry = all.higherEntry(entry.getKey());
    }
    return found;
  }

  @Override
  public List<FilterRow> filtersOf(FrameworkId framework, @Nullable String role) {
    String prefix = role == null ? FilterRow.prefix(framework) : FilterRow.prefix(framework, role);
    return below(Table.FILTERS, prefix, FilterRow.class);
  }

  @Override
  public Collection<FilterRow> filters() {
    return all(Table.FILTERS, FilterRow.class);
  }

  @Override
  public @Nullable UpdatesRow updates(TaskId task) {
    return (UpdatesRow) rows.get(UpdatesRow.keyOf(task));
  }

  @Override
  public Collection<UpdatesRow> updates() {
    return all(Table.UPDATES, UpdatesRow.class);
  }

  @Override
  public List<UpdatesRow> updatesOf(FrameworkId framework) {
    return below(Table.UPDATES, TaskId.prefix(framework), UpdatesRow.class);
  }

  @Override
  public @Nullable ReconciliationRow reconciliation(FrameworkId framework) {
    return (ReconciliationRow) rows.get(ReconciliationRow.keyOf(framework));
  }

  @Override
  public @Nullable ClientRow client(String role, String client) {
    return (ClientRow) rows.get(ClientRow.keyOf(role, client));
  }

  @Override
  public @Nullable BucketRow bucket(String name) {
    return (BucketRow) rows.get(BucketRow.keyOf(name));
  }

  @Override
  public Collection<Row> rows() {
    return rows.values();
  }

  private <R extends Row> Collection<R> all(Table table, Class<R> type) {
    List<R> found = new ArrayList<>();
    for (Row row : rows.table(table).values()) {
      found.add(type.cast(row));
    }
    return found;
  }

  private <R extends Row> List<R> below(Table table, String prefix, Class<R> type) {
    List<R> found = new ArrayList<>();
    for (Row row : rows.table(table).subMap(prefix, end(prefix)).values()) {
      found.add(type.cast(row));
    }
    return found;
  }

  private static String end(String prefix) {
    return prefix + Character.MAX_VALUE;
  }
}
