package dev.bourse.core;

import dev.bourse.core.event.AgentBecameUnreachable;
import dev.bourse.core.event.AgentRemoved;
import dev.bourse.core.event.CallRejected;
import dev.bourse.core.event.Event;
import dev.bourse.core.event.FrameworkConnected;
import dev.bourse.core.event.FrameworkDisconnected;
import dev.bourse.core.event.FrameworkRemoved;
import dev.bourse.core.event.InverseOfferMade;
import dev.bourse.core.event.InverseOfferWithdrawn;
import dev.bourse.core.event.OfferAccepted;
import dev.bourse.core.event.OfferConflicted;
import dev.bourse.core.event.OfferDeclined;
import dev.bourse.core.event.OfferExpired;
import dev.bourse.core.event.OfferMade;
import dev.bourse.core.event.OfferRescinded;
import dev.bourse.core.event.OperationEnded;
import dev.bourse.core.event.SubscriptionRefused;
import dev.bourse.core.event.SubscriptionRepeated;
import dev.bourse.core.event.TaskEnded;
import dev.bourse.core.event.UpdateAcknowledged;
import dev.bourse.core.event.UpdateQueued;
import dev.bourse.core.event.UpdateResent;
import dev.bourse.core.event.UpdateSent;
import dev.bourse.core.state.AgentRow;
import dev.bourse.core.state.ClusterState;
import dev.bourse.core.state.FrameworkRow;
import dev.bourse.core.state.InverseOfferRow;
import dev.bourse.core.state.OfferRow;
import dev.bourse.core.state.TaskRow;
import dev.bourse.core.state.UpdatesRow;
import dev.bourse.topics.command.SchedulingSettings;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.id.TaskId;
import dev.bourse.topics.scheduler.AgentFailed;
import dev.bourse.topics.scheduler.FrameworkSubscribed;
import dev.bourse.topics.scheduler.InverseOffer;
import dev.bourse.topics.scheduler.InverseOfferEnded;
import dev.bourse.topics.scheduler.OfferEnded;
import dev.bourse.topics.scheduler.ResourceOffer;
import dev.bourse.topics.scheduler.SchedulerEvent;
import dev.bourse.topics.scheduler.SessionEnded;
import dev.bourse.topics.view.FrameworkState;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What frameworks are told of events. */
final class Notices {

  private final ClusterState state;
  private final List<SchedulerEvent> notices = new ArrayList<>();
  private final TreeMap<AgentId, TreeSet<FrameworkId>> concerned = new TreeMap<>();

  Notices(ClusterState state) {
    this.state = state;
  }

  List<SchedulerEvent> all() {
    return notices;
  }

  /** Takes in what an event is about to end. */
  void before(Event event) {
    switch (event) {
      case OfferAccepted e -> offer(e.offer(), OfferEnded.How.ACCEPTED, null);
      case OfferDeclined e -> offer(e.offer(), OfferEnded.How.DECLINED, null);
      case OfferRescinded e -> offer(e.offer(), OfferEnded.How.RESCINDED, e.reason());
      case OfferExpired e ->
          offer(e.offer(), OfferEnded.How.EXPIRED, "it was not answered in time");
      case OfferConflicted e -> offer(e.offer(), OfferEnded.How.CONFLICT, e.reason());
      case InverseOfferWithdrawn e -> withdrawn(e);
      case FrameworkConnected e -> replaced(e);
      case FrameworkRemoved e -> over(e);
      case TaskEnded e -> concern(state.task(e.task()));
      case AgentBecameUnreachable e -> state.tasksOf(e.agent()).forEach(this::concern);
      default -> {}
    }
  }

  /** Takes in what an event has made. */
  void after(Event event) {
    switch (event) {
      case OfferMade e -> made(e);
      case InverseOfferMade e -> made(e);
      case FrameworkConnected e -> subscribed(e.framework(), e.at());
      case SubscriptionRepeated e -> subscribed(e.framework(), e.at());
      case FrameworkDisconnected e ->
          ended(framework(e.framework()), SessionEnded.Cause.DISCONNECTED, e.message());
      case SubscriptionRefused e ->
          notices.add(
              new SessionEnded(
                  e.framework(), e.session(), SessionEnded.Cause.REMOVED, e.message()));
      case CallRejected e -> notices.add(e.refusal());
      case UpdateSent e -> notices.add(e.update());
      case OperationEnded e -> notices.add(e.update());
      case UpdateQueued e -> queued(e);
      case UpdateAcknowledged e -> next(e.task());
      case UpdateResent e -> resent(e);
      case AgentBecameUnreachable e -> failed(e.agent());
      case AgentRemoved e -> failed(e.agent());
      default -> {}
    }
  }

  private FrameworkRow framework(FrameworkId id) {
    FrameworkRow row = state.framework(id);
    if (row == null) {
      throw new IllegalStateException("there is no framework " + id);
    }
    return row;
  }

  private void offer(long number, OfferEnded.How how, @Nullable String reason) {
    OfferRow offer = state.offer(number);
    if (offer != null && offer.framework() != null) {
      String session = framework(offer.framework()).session();
      notices.add(new OfferEnded(offer.framework(), session, number, how, reason));
    }
  }

  private void made(OfferMade event) {
    FrameworkId id = event.framework();
    if (id == null) {
      return;
    }
    AgentRow agent = state.agent(event.agent());
    if (agent == null) {
      throw new IllegalStateException("there is no agent " + event.agent());
    }
    notices.add(
        new ResourceOffer(
            id,
            framework(id).session(),
            event.offer(),
            event.agent(),
            agent.hostname(),
            event.role(),
            event.resources(),
            agent.attributes(),
            agent.region(),
            agent.zone(),
            agent.care().unavailability(),
            event.expiresAt(),
            event.optimistic()));
  }

  private void made(InverseOfferMade event) {
    notices.add(
        new InverseOffer(
            event.framework(),
            framework(event.framework()).session(),
            event.offer(),
            event.agent(),
            event.window()));
  }

  private void withdrawn(InverseOfferWithdrawn event) {
    InverseOfferRow offer = state.inverseOffer(event.offer());
    FrameworkRow framework = offer == null ? null : state.framework(offer.framework());
    if (framework != null) {
      notices.add(new InverseOfferEnded(framework.id(), framework.session(), event.offer()));
    }
  }

  private void subscribed(FrameworkId id, long at) {
    SchedulingSettings settings = state.settings().offers();
    notices.add(
        new FrameworkSubscribed(
            id,
            framework(id).session(),
            at,
            settings.heartbeatMillis(),
            settings.frameworkTimeoutMillis(),
            state.tasksOf(id).size()));
  }

  private void replaced(FrameworkConnected event) {
    FrameworkRow before = state.framework(event.framework());
    if (before != null && before.isConnected()) {
      ended(before, SessionEnded.Cause.REPLACED, "the framework has subscribed anew");
    }
  }

  private void over(FrameworkRemoved event) {
    FrameworkRow framework = framework(event.framework());
    if (framework.state() != FrameworkState.REMOVED) {
      ended(framework, SessionEnded.Cause.REMOVED, event.message());
    }
  }

  private void ended(FrameworkRow framework, SessionEnded.Cause cause, @Nullable String message) {
    notices.add(
        new SessionEnded(
            framework.id(),
            framework.session(),
            cause,
            message == null ? "it said goodbye" : message));
  }

  private void queued(UpdateQueued event) {
    UpdatesRow line = state.updates(event.task());
    FrameworkId id = event.task().framework();
    boolean isFirst = line != null && line.pending().size() == 1;
    if (isFirst && id != null && framework(id).isConnected()) {
      notices.add(event.update());
    }
  }

  private void next(TaskId task) {
    UpdatesRow line = state.updates(task);
    if (line != null) {
      notices.add(line.first());
    }
  }

  private void resent(UpdateResent event) {
    if (event.sent()) {
      next(event.task());
    }
  }

  private void concern(@Nullable TaskRow task) {
    FrameworkId id = task == null ? null : task.framework();
    if (task != null && id != null) {
      concerned.computeIfAbsent(task.agent(), agent -> new TreeSet<>()).add(id);
    }
  }

  private void failed(AgentId id) {
    AgentRow agent = state.agent(id);
    TreeSet<FrameworkId> frameworks = concerned.remove(id);
    if (agent == null || frameworks == null) {
      return;
    }
    for (FrameworkId framework : frameworks) {
      FrameworkRow row = state.framework(framework);
      if (row != null && row.isConnected()) {
        notices.add(new AgentFailed(framework, id, agent.hostname(), agent.state()));
      }
    }
  }
}
