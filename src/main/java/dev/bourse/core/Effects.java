package dev.bourse.core;

import dev.bourse.core.TableChange.PublicTable;
import dev.bourse.core.event.AgentBarred;
import dev.bourse.core.event.AgentBecameUnreachable;
import dev.bourse.core.event.AgentForgotten;
import dev.bourse.core.event.AgentRegistered;
import dev.bourse.core.event.AgentRemoved;
import dev.bourse.core.event.AllocationCompleted;
import dev.bourse.core.event.BucketDrawn;
import dev.bourse.core.event.CallRejected;
import dev.bourse.core.event.Event;
import dev.bourse.core.event.FilterExpired;
import dev.bourse.core.event.FilterSet;
import dev.bourse.core.event.FiltersDropped;
import dev.bourse.core.event.FrameworkConnected;
import dev.bourse.core.event.FrameworkDisconnected;
import dev.bourse.core.event.FrameworkForgotten;
import dev.bourse.core.event.FrameworkRemoved;
import dev.bourse.core.event.FrameworkTaskLaunched;
import dev.bourse.core.event.FrameworkUpdated;
import dev.bourse.core.event.HoldPlaced;
import dev.bourse.core.event.HoldReleased;
import dev.bourse.core.event.InverseOfferAnswered;
import dev.bourse.core.event.InverseOfferMade;
import dev.bourse.core.event.InverseOfferWithdrawn;
import dev.bourse.core.event.JobArchived;
import dev.bourse.core.event.JobCancelRequested;
import dev.bourse.core.event.JobEnded;
import dev.bourse.core.event.JobExpired;
import dev.bourse.core.event.JobRejected;
import dev.bourse.core.event.JobRequeued;
import dev.bourse.core.event.JobResubmitted;
import dev.bourse.core.event.JobRetryDue;
import dev.bourse.core.event.JobSubmitted;
import dev.bourse.core.event.LookDue;
import dev.bourse.core.event.LookScheduled;
import dev.bourse.core.event.OfferAccepted;
import dev.bourse.core.event.OfferConflicted;
import dev.bourse.core.event.OfferDeclined;
import dev.bourse.core.event.OfferExpired;
import dev.bourse.core.event.OfferMade;
import dev.bourse.core.event.OfferRescinded;
import dev.bourse.core.event.OffersRevived;
import dev.bourse.core.event.OffersSuppressed;
import dev.bourse.core.event.OperationEnded;
import dev.bourse.core.event.ReconciliationContinued;
import dev.bourse.core.event.RegistrationQuestioned;
import dev.bourse.core.event.ReservationChanged;
import dev.bourse.core.event.RoleChanged;
import dev.bourse.core.event.SettingsChanged;
import dev.bourse.core.event.StaleAttemptFound;
import dev.bourse.core.event.StatusAcknowledged;
import dev.bourse.core.event.SubscriptionRefused;
import dev.bourse.core.event.SubscriptionRepeated;
import dev.bourse.core.event.TaskArchived;
import dev.bourse.core.event.TaskEnded;
import dev.bourse.core.event.TaskForgotten;
import dev.bourse.core.event.TaskKillRequested;
import dev.bourse.core.event.TaskLaunched;
import dev.bourse.core.event.TaskStatusChanged;
import dev.bourse.core.event.UpdateAcknowledged;
import dev.bourse.core.event.UpdateQueued;
import dev.bourse.core.event.UpdateResent;
import dev.bourse.core.event.UpdateSent;
import dev.bourse.core.event.UpdatesDropped;
import dev.bourse.core.event.UpkeepChanged;
import dev.bourse.core.state.ClusterState;
import dev.bourse.core.state.JobRow;
import dev.bourse.core.state.TaskRow;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.id.JobId;
import dev.bourse.topics.id.TaskId;
import dev.bourse.topics.order.Order;
import dev.bourse.topics.scheduler.SchedulerEvent;
import dev.bourse.topics.view.View;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What events mean for those outside: orders for agents, and rows of the public tables. Derived, so
 * that replay computes the same and can compare. A row that changes twice in a step leaves once.
 */
final class Effects {

  private final ClusterState state;
  private final Notices notices;
  private final List<Order> orders = new ArrayList<>();
  private final TreeMap<String, TableChange> tables = new TreeMap<>();

  Effects(ClusterState state) {
    this.state = state;
    this.notices = new Notices(state);
  }

  List<SchedulerEvent> notices() {
    return notices.all();
  }

  List<Order> orders() {
    return orders;
  }

  List<TableChange> tables() {
    return new ArrayList<>(tables.values());
  }

  /** Takes in what an event is about to end. */
  void before(Event event) {
    notices.before(event);
    if (event instanceof AgentForgotten e) {
      remove(PublicTable.AGENTS, e.agent().value());
    } else if (event instanceof JobExpired e) {
      remove(PublicTable.JOBS, e.job().value());
      if (e.launched()) {
        remove(PublicTable.TASKS, TaskId.of(e.job(), 0).value());
      }
    } else if (event instanceof FrameworkForgotten e) {
      remove(PublicTable.FRAMEWORKS, e.framework().value());
    } else if (event instanceof TaskForgotten e && state.task(e.task()) == null) {
      remove(PublicTable.TASKS, e.task().value());
    } else if (event instanceof SettingsChanged) {
      // Those that are still set are put again afterwards.
      state.roles().keySet().forEach(role -> remove(PublicTable.ROLES, role));
    }
  }

  /** Takes in what an event has made. */
  void after(Event event) {
    notices.after(event);
    switch (event) {
      case AgentRegistered e -> {
        agent(e.facts().agent());
        orders.add(Orders.confirm(e));
      }
      case AgentBecameUnreachable e -> {
        agent(e.agent());
        orders.add(Orders.comeBack(e, state));
      }
      case AgentRemoved e -> agent(e.agent());
      case RegistrationQuestioned e -> orders.add(Orders.ask(e));
      case JobSubmitted e -> job(e.job());
      case JobResubmitted e -> job(e.job());
      case JobRejected e -> put(PublicTable.JOBS, Views.rejected(e));
      case JobCancelRequested e -> job(e.job());
      case JobRequeued e -> job(e.job());
      case JobRetryDue e -> job(e.job());
      case JobEnded e -> job(e.job());
      case TaskLaunched e -> {
        job(e.job());
        task(e.task());
        orders.add(Orders.launch(e, state));
      }
      case TaskStatusChanged e -> {
        TaskRow task = task(e.task());
        if (task.job() != null) {
          job(task.job());
        }
      }
      case TaskEnded e -> task(e.task());
      case TaskKillRequested e -> orders.add(Orders.kill(e, state));
      case StatusAcknowledged e -> orders.add(Orders.acknowledge(e));
      case StaleAttemptFound e -> orders.add(Orders.kill(e, state));
      case FrameworkTaskLaunched e -> {
        task(e.task());
        orders.add(Orders.launch(e, state));
      }
      case UpkeepChanged e -> agent(e.agent());
      case ReservationChanged e -> agent(e.agent());
      case AgentBarred e -> orders.add(Orders.shutdown(e));
      case FrameworkConnected e -> framework(e.framework());
      case FrameworkUpdated e -> framework(e.framework());
      case FrameworkDisconnected e -> framework(e.framework());
      case FrameworkRemoved e -> framework(e.framework());
      case OffersSuppressed e -> framework(e.framework());
      case OffersRevived e -> framework(e.framework());
      case RoleChanged e -> put(PublicTable.ROLES, Views.of(e.role(), e.settings()));
      case SettingsChanged e -> roles();
      case AgentForgotten e -> {}
      case JobExpired e -> {}
      case JobArchived e -> {}
      case TaskArchived e -> {}
      case AllocationCompleted e -> {}
      case BucketDrawn e -> {}
      case CallRejected e -> {}
      case FilterExpired e -> {}
      case FilterSet e -> {}
      case FiltersDropped e -> {}
      case FrameworkForgotten e -> {}
      case HoldPlaced e -> {}
      case HoldReleased e -> {}
      case LookScheduled e -> {}
      case LookDue e -> {}
      case InverseOfferAnswered e -> {}
      case InverseOfferMade e -> {}
      case InverseOfferWithdrawn e -> {}
      case OfferAccepted e -> {}
      case OfferConflicted e -> {}
      case OfferDeclined e -> {}
      case OfferExpired e -> {}
      case OfferMade e -> {}
      case OfferRescinded e -> {}
      case OperationEnded e -> {}
      case ReconciliationContinued e -> {}
      case SubscriptionRefused e -> {}
      case SubscriptionRepeated e -> {}
      case TaskForgotten e -> {}
      case UpdateAcknowledged e -> {}
      case UpdateQueued e -> {}
      case UpdateResent e -> {}
      case UpdateSent e -> {}
      case UpdatesDropped e -> {}
    }
  }

  private void framework(FrameworkId id) {
    put(PublicTable.FRAMEWORKS, Views.of(existing(state.framework(id), id)));
  }

  /** What is configured now, and what operators have said. */
  private void roles() {
    state.roles().forEach((role, settings) -> put(PublicTable.ROLES, Views.of(role, settings)));
  }

  private void agent(AgentId id) {
    put(PublicTable.AGENTS, Views.of(existing(state.agent(id), id)));
  }

  private void job(JobId id) {
    put(PublicTable.JOBS, Views.of(existing(state.job(id), id)));
  }

  private TaskRow task(TaskId id) {
    TaskRow task = existing(state.task(id), id);
    JobRow job = task.job() == null ? null : existing(state.job(task.job()), task.job());
    put(PublicTable.TASKS, Views.of(task, job));
    return task;
  }

  private void put(PublicTable table, View view) {
    change(new TableChange(table, view.key(), view));
  }

  private void remove(PublicTable table, String key) {
    change(new TableChange(table, key, null));
  }

  private void change(TableChange change) {
    tables.put(change.table() + "/" + change.key(), change);
  }

  private static <R> R existing(@Nullable R row, Object id) {
    if (row == null) {
      throw new IllegalStateException("there is no row for " + id);
    }
    return row;
  }
}
