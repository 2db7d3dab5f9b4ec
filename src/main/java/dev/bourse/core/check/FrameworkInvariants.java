package dev.bourse.core.check;

import dev.bourse.core.state.AgentRow;
import dev.bourse.core.state.ClusterState;
import dev.bourse.core.state.FilterRow;
import dev.bourse.core.state.FrameworkRow;
import dev.bourse.core.state.InverseOfferRow;
import dev.bourse.core.state.OfferRow;
import dev.bourse.core.state.TaskRow;
import dev.bourse.core.state.UpdatesRow;
import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.resources.Quantities;
import dev.bourse.topics.resources.Resource;
import dev.bourse.topics.resources.Resources;
import dev.bourse.topics.view.AgentState;
import dev.bourse.topics.view.FrameworkState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What must be true of frameworks, offers, updates and shares between two steps. */
final class FrameworkInvariants {

  private final ClusterState state;
  private final List<String> violations = new ArrayList<>();

  private FrameworkInvariants(ClusterState state) {
    this.state = state;
  }

  static List<String> check(ClusterState state) {
    FrameworkInvariants invariants = new FrameworkInvariants(state);
    invariants.checkOffers();
    invariants.checkTasks();
    invariants.checkUpdates();
    invariants.checkFilters();
    invariants.checkInverseOffers();
    invariants.checkShares();
    return invariants.violations;
  }

  /** An offer is of an agent that is offered, to a framework that is there and wants it. */
  private void checkOffers() {
    for (OfferRow offer : state.offers()) {
      FrameworkId id = offer.framework();
      FrameworkRow framework = id == null ? null : state.framework(id);
      expect(
          framework != null
              && framework.isConnected()
              && framework.info().role(offer.role()) != null,
          () -> "offer %d is left unanswered by nobody who could".formatted(offer.number()));
      AgentRow agent = state.agent(offer.agent());
      expect(
          agent != null && agent.isOffered(),
          () -> "offer %d is of an agent that is not offered".formatted(offer.number()));
      expect(
          !offer.resources().isEmpty()
              && offer.resources().allocatableTo(offer.role()).equals(offer.resources()),
          () -> "offer %d is of what its role may not have".formatted(offer.number()));
    }
  }

  /** The tasks of a framework that is over are being ended. */
  private void checkTasks() {
    for (TaskRow task : state.tasks()) {
      FrameworkId id = task.framework();
      if (id != null) {
        FrameworkRow framework = state.framework(id);
        expect(framework != null, () -> "task %s is nobody's".formatted(task.id()));
        expect(
            framework == null
                || framework.state() != FrameworkState.REMOVED
                || task.killReason() != null,
            () -> "task %s goes on, and its framework is over".formatted(task.id()));
        expect(
            id.equals(task.id().framework()),
            () -> "task %s is of framework %s".formatted(task.id(), id));
      }
    }
  }

  private void checkUpdates() {
    for (UpdatesRow line : state.updates()) {
      FrameworkId id = line.task().framework();
      FrameworkRow framework = id == null ? null : state.framework(id);
      expect(
          framework != null && framework.state() != FrameworkState.REMOVED,
          () -> "nobody will acknowledge the updates of task %s".formatted(line.task()));
      expect(
          !line.pending().isEmpty(),
          () -> "task %s has a line without updates".formatted(line.task()));
      expect(
          state.hasUpdatesOn(line.agent()),
          () -> "the index does not know the updates of task %s".formatted(line.task()));
    }
  }

  private void checkFilters() {
    for (FilterRow filter : state.filters()) {
      FrameworkRow framework = state.framework(filter.framework());
      expect(
          framework != null && framework.state() != FrameworkState.REMOVED,
          () -> "a filter stands for framework %s".formatted(filter.framework()));
    }
  }

  private void checkInverseOffers() {
    for (InverseOfferRow offer : state.inverseOffers()) {
      FrameworkRow framework = state.framework(offer.framework());
      AgentRow agent = state.agent(offer.agent());
      expect(
          framework != null
              && framework.isConnected()
              && agent != null
              && agent.care().unavailability() != null,
          () -> "inverse offer %d asks for nothing".formatted(offer.number()));
    }
  }

  /** The tree of shares, and what counts against quota, agree with the tables. */
  private void checkShares() {
    Sums held = held();
    Sums reserved = new Sums();
    Sums spare = new Sums();
    for (AgentRow agent : state.agents()) {
      Resources free = state.free(agent.id());
      if (agent.isOffered()) {
        spare.add("", free.unreserved().quantities());
      }
      if (agent.state() != AgentState.GONE) {
        for (Resource entry : free.reserved().entries()) {
          String role = entry.reservedFor();
          if (role != null) {
            reserved.add(role, Resources.of(entry).quantities());
          }
        }
      }
    }
    compare(held, reserved.trees());
    Quantities there = spare.of("");
    expect(
        state.spare().equals(there),
        () -> "the index says that %s is spare, the tables %s".formatted(state.spare(), there));
  }

  private Sums held() {
    Sums held = new Sums();
    for (TaskRow task : state.tasks()) {
      held.add(task.role(), task.resources().quantities());
    }
    for (OfferRow offer : state.offers()) {
      if (!offer.optimistic()) {
        held.add(offer.role(), offer.resources().quantities());
      }
    }
    return held.trees();
  }

  private void compare(Sums held, Sums reserved) {
    for (String role : held.names()) {
      same("holds", role, state.shares().held(role), held.of(role));
      same("consumes", role, state.consumedBy(role), held.of(role).plus(reserved.of(role)));
    }
    for (String role : reserved.names()) {
      same("consumes", role, state.consumedBy(role), held.of(role).plus(reserved.of(role)));
    }
  }

  private void same(String verb, String role, Quantities index, Quantities tables) {
    expect(
        index.equals(tables),
        () ->
            "role %s: the index says that it %s %s, the tables %s"
                .formatted(role, verb, index, tables));
  }

  private void expect(boolean holds, Supplier<String> violation) {
    if (!holds) {
      violations.add(violation.get());
    }
  }
}
