package dev.bourse.core.state.table;

import dev.bourse.core.state.AgentRow;
import dev.bourse.core.state.CellRow;
import dev.bourse.core.state.FinishedJobRow;
import dev.bourse.core.state.JobRow;
import dev.bourse.core.state.OfferRow;
import dev.bourse.core.state.PendingJobs;
import dev.bourse.core.state.Row;
import dev.bourse.core.state.RowChange;
import dev.bourse.core.state.RowKey;
import dev.bourse.core.state.SettingsRow;
import dev.bourse.core.state.Table;
import dev.bourse.core.state.TaskRow;
import dev.bourse.core.state.TimerRow;
import dev.bourse.core.state.Untried;
import dev.bourse.core.state.mutable.MutableClusterState;
import dev.bourse.topics.command.Settings;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.JobId;
import dev.bourse.topics.id.TaskId;
import dev.bourse.topics.resources.Quantities;
import dev.bourse.topics.resources.Resources;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * All tables. Rows come in by {@link #put} from appliers, and by {@link #restore} from a changelog;
 * both keep the same indexes, so that a standby is as ready as the leader. Between {@link #begin}
 * and {@link #changes} the old rows are kept, so that a step that fails is taken back as a whole.
 *
 * <p>Not thread-safe: one thread at a time.
 */
public final class Tables implements MutableClusterState {

  private final TreeMap<RowKey, Row> rows = new TreeMap<>();
  private final TreeMap<RowKey, OldRow> old = new TreeMap<>();
  private final UntriedIndex untried = new UntriedIndex();
  private final Usage usage = new Usage(untried);
  private final PendingIndex pending = new PendingIndex(untried);
  private final TreeSet<TimerRow> timers = new TreeSet<>();

  /** Starts a step. */
  public void begin() {
    old.clear();
  }

  /** What the step has changed so far, by key. A row that came and went is not in it. */
  public List<RowChange> changes() {
    List<RowChange> changes = new ArrayList<>(old.size());
    for (var entry : old.entrySet()) {
      Row now = rows.get(entry.getKey());
      Row before = entry.getValue().row();
      if (now != before) {
        changes.add(new RowChange(entry.getKey(), now));
      }
    }
    return changes;
  }

  /** Takes the step back. An index may be what failed, so all of them are made anew. */
  public void rollBack() {
    for (var entry : old.entrySet()) {
      Row before = entry.getValue().row();
      if (before == null) {
        rows.remove(entry.getKey());
      } else {
        rows.put(entry.getKey(), before);
      }
    }
    old.clear();
    clearIndexes();
    rows.values().forEach(this::index);
  }

  /** A row as the changelog has it; null when it is gone. */
  public void restore(RowKey key, @Nullable Row row) {
    if (row == null) {
      unlink(key);
    } else {
      link(row);
    }
  }

  /** Forgets everything. */
  public void clear() {
    rows.clear();
    old.clear();
    clearIndexes();
  }

  private void clearIndexes() {
    untried.clear();
    usage.clear();
    pending.clear();
    timers.clear();
  }

  @Override
  public void put(Row row) {
    old.computeIfAbsent(row.key(), key -> new OldRow(rows.get(key)));
    link(row);
  }

  @Override
  public void remove(RowKey key) {
    old.computeIfAbsent(key, k -> new OldRow(rows.get(k)));
    unlink(key);
  }

  private void link(Row row) {
    Row before = rows.put(row.key(), row);
    if (before instanceof TaskRow was && row instanceof TaskRow is && usage.replace(was, is)) {
      return;
    }
    if (before instanceof CellRow was && row instanceof CellRow is) {
      noteTried(was, is);
    }
    if (before != null) {
      unindex(before);
    }
    index(row);
  }

  private void noteTried(CellRow was, CellRow is) {
    if (was.allocationPending() && !is.allocationPending()) {
      untried.clear();
    }
  }

  private void unlink(RowKey key) {
    Row before = rows.remove(key);
    if (before != null) {
      unindex(before);
    }
  }

  private void index(Row row) {
    switch (row) {
      case AgentRow agent -> usage.add(agent);
      case TaskRow task -> usage.add(task);
      case OfferRow offer -> usage.add(offer);
      case JobRow job -> pending.add(job);
      case TimerRow timer -> timers.add(timer);
      case CellRow cell -> {}
      case FinishedJobRow finished -> {}
      case SettingsRow settings -> untried.addEverything();
    }
  }

  private void unindex(Row row) {
    switch (row) {
      case AgentRow agent -> usage.remove(agent);
      case TaskRow task -> usage.remove(task);
      case OfferRow offer -> usage.remove(offer);
      case JobRow job -> pending.remove(job);
      case TimerRow timer -> timers.remove(timer);
      case CellRow cell -> {}
      case FinishedJobRow finished -> {}
      case SettingsRow settings -> {}
    }
  }

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

  /** Whether settings were ever applied. */
  public boolean hasSettings() {
    return rows.containsKey(SettingsRow.KEY);
  }

  @Override
  public @Nullable AgentRow agent(AgentId id) {
    return (AgentRow) rows.get(AgentRow.keyOf(id));
  }

  @Override
  public Collection<AgentRow> agents() {
    return all(Table.AGENTS, AgentRow.class);
  }

  @Override
  public @Nullable JobRow job(JobId id) {
    return (JobRow) rows.get(JobRow.keyOf(id));
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
    return (TaskRow) rows.get(TaskRow.keyOf(id));
  }

  @Override
  public Collection<TaskRow> tasks() {
    return all(Table.TASKS, TaskRow.class);
  }

  @Override
  public Collection<TaskRow> tasksOf(AgentId agent) {
    return usage.tasksOf(agent);
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
  public SortedSet<TimerRow> timers() {
    return Collections.unmodifiableSortedSet(timers);
  }

  @Override
  public Resources free(AgentId agent) {
    return usage.free(agent);
  }

  @Override
  public Resources used(AgentId agent) {
    return usage.used(agent);
  }

  @Override
  public Quantities usedBy(String role) {
    return usage.usedBy(role);
  }

  @Override
  public Quantities total() {
    return usage.total();
  }

  @Override
  public SortedMap<String, PendingJobs> pending() {
    return pending.byRole();
  }

  @Override
  public Untried untried() {
    return untried;
  }

  @Override
  public Collection<Row> rows() {
    return Collections.unmodifiableCollection(rows.values());
  }

  private <R extends Row> Collection<R> all(Table table, Class<R> type) {
    List<R> found = new ArrayList<>();
    for (Row row : rows.subMap(new RowKey(table, ""), new RowKey(table, "\uffff")).values()) {
      found.add(type.cast(row));
    }
    return found;
  }

  private record OldRow(@Nullable Row row) {}
}
