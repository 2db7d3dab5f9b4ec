package dev.bourse.core.state.table;

import dev.bourse.core.state.AgentRow;
import dev.bourse.core.state.BucketRow;
import dev.bourse.core.state.CellRow;
import dev.bourse.core.state.ClientRow;
import dev.bourse.core.state.FilterRow;
import dev.bourse.core.state.FinishedJobRow;
import dev.bourse.core.state.FrameworkRow;
import dev.bourse.core.state.HoldRow;
import dev.bourse.core.state.InverseOfferRow;
import dev.bourse.core.state.JobRow;
import dev.bourse.core.state.OfferRow;
import dev.bourse.core.state.PendingJobs;
import dev.bourse.core.state.ReconciliationRow;
import dev.bourse.core.state.RoleRow;
import dev.bourse.core.state.Row;
import dev.bourse.core.state.RowChange;
import dev.bourse.core.state.RowKey;
import dev.bourse.core.state.SettingsRow;
import dev.bourse.core.state.Shares;
import dev.bourse.core.state.TaskRow;
import dev.bourse.core.state.TimerRow;
import dev.bourse.core.state.Untried;
import dev.bourse.core.state.UpdatesRow;
import dev.bourse.core.state.mutable.MutableClusterState;
import dev.bourse.topics.command.RoleSettings;
import dev.bourse.topics.framework.MinAllocatable;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.FrameworkId;
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
public final class Tables extends RowTables implements MutableClusterState {

  private final TreeMap<RowKey, OldRow> old = new TreeMap<>();
  private final UntriedIndex untried = new UntriedIndex();
  private final ShareIndex shares = new ShareIndex();
  private final RoleIndex roles = new RoleIndex(shares);
  private final Usage usage = new Usage(untried, shares);
  private final PendingIndex pending = new PendingIndex(untried, shares);
  private final FrameworkIndex frameworks = new FrameworkIndex(untried, shares);
  private final TreeSet<TimerRow> timers = new TreeSet<>();
  private int looks;

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
      link(key, row);
    }
  }

  /** Forgets everything. */
  public void clear() {
    rows.clear();
    old.clear();
    clearIndexes();
  }

  private void clearIndexes() {
    shares.clear();
    roles.clear();
    usage.clear();
    pending.clear();
    frameworks.clear();
    timers.clear();
    looks = 0;
    untried.clear();
  }

  @Override
  public void put(Row row) {
    RowKey key = row.key();
    if (!old.containsKey(key)) {
      old.put(key, new OldRow(rows.get(key)));
    }
    link(key, row);
  }

  @Override
  public void remove(RowKey key) {
    old.computeIfAbsent(key, k -> new OldRow(rows.get(k)));
    unlink(key);
  }

  private void link(RowKey key, Row row) {
    Row before = rows.put(key, row);
    if (before instanceof TaskRow was && row instanceof TaskRow is && usage.replace(was, is)) {
      return;
    }
    if (before instanceof CellRow was && row instanceof CellRow is) {
      noteTried(was, is);
    }
    if (before instanceof FrameworkRow was && row instanceof FrameworkRow is) {
      // Not as one that went and one that came, which would want everything.
      swap(was, is);
      return;
    }
    if (before instanceof ClientRow was && row instanceof ClientRow is) {
      shares.grants(is.role(), is.framework(), was.grants(), is.grants());
      return;
    }
    if (before != null) {
      unindex(before);
    }
    index(row);
  }

  private void swap(FrameworkRow before, FrameworkRow now) {
    unschedule(before);
    change(before, now);
    schedule(now);
  }

  private void change(@Nullable FrameworkRow before, @Nullable FrameworkRow now) {
    boolean nobodyWas = frameworks.modest().isEmpty();
    frameworks.change(before, now);
    if (nobodyWas && !frameworks.modest().isEmpty()) {
      // What is left of agents is offered from now on, and jobs may fit into it too.
      pending.wantAll();
    }
  }

  private void schedule(Row row) {
    TimerRow due = Dues.of(row);
    if (due != null) {
      timers.add(due);
    }
  }

  private void unschedule(Row row) {
    TimerRow due = Dues.of(row);
    if (due != null) {
      timers.remove(due);
    }
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
    schedule(row);
    switch (row) {
      case AgentRow agent -> usage.add(agent);
      case TaskRow task -> usage.add(task);
      case OfferRow offer -> {
        usage.add(offer);
        frameworks.add(offer);
      }
      case JobRow job -> pending.add(job);
      case FrameworkRow framework -> change(null, framework);
      case UpdatesRow updates -> frameworks.add(updates);
      case ClientRow client -> shares.grants(client.role(), client.framework(), 0, client.grants());
      case SettingsRow settings -> {
        roles.configure(settings.settings());
        untried.addEverything();
      }
      case RoleRow role -> {
        roles.add(role);
        untried.addEverything();
      }
      case BucketRow bucket -> {}
      case CellRow cell -> {}
      case FilterRow filter -> {}
      case HoldRow hold -> {}
      case FinishedJobRow finished -> {}
      case InverseOfferRow offer -> {}
      case ReconciliationRow reconciliation -> {}
      case TimerRow timer -> looks += timer.kind() == TimerRow.Kind.LOOK_FOR_ROOM ? 1 : 0;
    }
  }

  private void unindex(Row row) {
    unschedule(row);
    switch (row) {
      case AgentRow agent -> usage.remove(agent);
      case TaskRow task -> usage.remove(task);
      case OfferRow offer -> {
        usage.remove(offer);
        frameworks.remove(offer);
      }
      case JobRow job -> pending.remove(job);
      case FrameworkRow framework -> change(framework, null);
      case UpdatesRow updates -> frameworks.remove(updates);
      case ClientRow client -> shares.grants(client.role(), client.framework(), client.grants(), 0);
      case HoldRow hold -> untried.add(hold.agent());
      case FilterRow filter -> untried.addPair(filter.agent(), filter.role(), filter.framework());
      case RoleRow role -> roles.remove(role);
      case BucketRow bucket -> {}
      case CellRow cell -> {}
      case FinishedJobRow finished -> {}
      case InverseOfferRow offer -> {}
      case ReconciliationRow reconciliation -> {}
      case SettingsRow settings -> {}
      case TimerRow timer -> looks -= timer.kind() == TimerRow.Kind.LOOK_FOR_ROOM ? 1 : 0;
    }
  }

  /** Whether settings were ever applied. */
  public boolean hasSettings() {
    return rows.get(SettingsRow.KEY) != null;
  }

  @Override
  public Collection<TaskRow> tasksOf(AgentId agent) {
    return usage.tasksOf(agent);
  }

  @Override
  public RoleSettings role(String name) {
    return roles.role(name);
  }

  @Override
  public SortedMap<String, RoleSettings> roles() {
    return roles.roles();
  }

  @Override
  public List<OfferRow> offersOf(FrameworkId framework) {
    return frameworks.offersOf(framework);
  }

  @Override
  public List<OfferRow> offersOn(AgentId agent) {
    return frameworks.offersOn(agent);
  }

  @Override
  public SortedSet<FrameworkId> modest() {
    return frameworks.modest();
  }

  @Override
  public boolean hasUpdatesOn(AgentId agent) {
    return frameworks.hasUpdatesOn(agent);
  }

  @Override
  public Quantities consumedBy(String role) {
    return usage.consumedBy(role);
  }

  @Override
  public boolean hasSpareReservations() {
    return usage.hasSpareReservations();
  }

  @Override
  public List<AgentRow> open() {
    return usage.open();
  }

  @Override
  public MinAllocatable minAllocatable() {
    return roles.minAllocatable();
  }

  @Override
  public Quantities spare() {
    return usage.spare();
  }

  @Override
  public Shares shares() {
    return shares;
  }

  @Override
  public SortedSet<TimerRow> timers() {
    return Collections.unmodifiableSortedSet(timers);
  }

  @Override
  public boolean isLookArranged() {
    return looks > 0;
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

  private record OldRow(@Nullable Row row) {}
}
