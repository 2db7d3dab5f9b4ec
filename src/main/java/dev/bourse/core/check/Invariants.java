package dev.bourse.core.check;

import dev.bourse.core.state.AgentRow;
import dev.bourse.core.state.ClusterState;
import dev.bourse.core.state.JobRow;
import dev.bourse.core.state.OfferRow;
import dev.bourse.core.state.PendingJobs;
import dev.bourse.core.state.TaskRow;
import dev.bourse.core.state.TimerRow;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.resources.Quantities;
import dev.bourse.topics.resources.Resources;
import dev.bourse.topics.view.AgentState;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What must be true of every state between two steps. */
public final class Invariants {

  private final ClusterState state;
  private final List<String> violations = new ArrayList<>();

  private Invariants(ClusterState state) {
    this.state = state;
  }

  /** Everything that is wrong with a state; empty when nothing is. */
  public static List<String> check(ClusterState state) {
    Invariants invariants = new Invariants(state);
    invariants.checkUsage();
    invariants.checkTasks();
    invariants.checkJobs();
    invariants.checkTimers();
    invariants.violations.addAll(FrameworkInvariants.check(state));
    return invariants.violations;
  }

  /** No agent gives more than it has, and the index of who holds what agrees with the tables. */
  private void checkUsage() {
    TreeMap<AgentId, Resources> used = new TreeMap<>();
    Sums byRole = new Sums();
    for (TaskRow task : state.tasks()) {
      used.merge(task.agent(), task.resources(), Resources::plus);
      byRole.add(task.role(), task.resources().quantities());
    }
    for (OfferRow offer : state.offers()) {
      if (offer.optimistic()) {
        continue;
      }
      used.merge(offer.agent(), offer.resources(), Resources::plus);
      byRole.add(offer.role(), offer.resources().quantities());
    }
    for (AgentRow agent : state.agents()) {
      Resources held = used.getOrDefault(agent.id(), Resources.EMPTY);
      expect(
          agent.offered().contains(held),
          () ->
              "agent %s has %s, but %s of it is in use"
                  .formatted(agent.id(), agent.offered(), held));
      expect(
          agent.offered().flattened().equals(agent.resources().flattened()),
          () ->
              "agent %s has %s, and is laid out as %s"
                  .formatted(agent.id(), agent.resources(), agent.offered()));
      expect(
          state.used(agent.id()).equals(held),
          () ->
              "agent %s: the index says that %s is in use, the tables %s"
                  .formatted(agent.id(), state.used(agent.id()), held));
    }
    for (JobRow job : state.jobs()) {
      byRole.add(job.spec().role(), Quantities.EMPTY);
    }
    for (String role : byRole.names()) {
      Quantities held = byRole.of(role);
      expect(
          state.usedBy(role).equals(held),
          () ->
              "role %s: the index says that it holds %s, the tables %s"
                  .formatted(role, state.usedBy(role), held));
    }
  }

  /** Every attempt is on an agent we know, belongs to a job we know, and is not over. */
  private void checkTasks() {
    for (TaskRow task : state.tasks()) {
      AgentRow agent = state.agent(task.agent());
      expect(
          agent != null && agent.state() != AgentState.GONE,
          () -> "task %s is on an agent that is unknown or gone".formatted(task.id()));
      JobRow job = task.job() == null ? null : state.job(task.job());
      expect(
          (task.job() == null) != (task.terms() == null),
          () -> "task %s is a job's and a framework's, or neither's".formatted(task.id()));
      expect(
          task.job() == null || isPresent(task, job),
          () -> "task %s does not belong to its job's present attempt".formatted(task.id()));
      expect(
          !task.state().isTerminal(), () -> "task %s is over and still there".formatted(task.id()));
      expect(
          task.epoch() <= state.cell().epochs(),
          () -> "task %s is of a later epoch".formatted(task.id()));
    }
  }

  private static boolean isPresent(TaskRow task, @Nullable JobRow job) {
    return job != null
        && job.progress().phase() == JobRow.Phase.PLACED
        && job.progress().attempts() == task.attempt();
  }

  /** Every job is in exactly one place: the queue, a back-off, or on an agent. */
  private void checkJobs() {
    TreeSet<String> pending = new TreeSet<>();
    for (PendingJobs queue : state.pending().values()) {
      for (JobRow job : queue.all()) {
        pending.add(job.id().value());
      }
    }
    for (JobRow job : state.jobs()) {
      boolean placed = state.task(job.task()) != null;
      expect(
          placed == (job.progress().phase() == JobRow.Phase.PLACED),
          () ->
              "job %s is %s, and has %s task"
                  .formatted(job.id(), job.progress().phase(), placed ? "a" : "no"));
      expect(
          pending.remove(job.id().value()) == job.isPending(),
          () ->
              "job %s is %s, and the queue disagrees".formatted(job.id(), job.progress().phase()));
      expect(
          job.progress().phase() != JobRow.Phase.ENDED, () -> "job %s is over".formatted(job.id()));
      expect(
          state.finishedJob(job.id()) == null,
          () -> "job %s is over and is not".formatted(job.id()));
    }
    expect(pending.isEmpty(), () -> "the queue holds unknown jobs: %s".formatted(pending));
  }

  /** Nobody waits for a timer that is not there, and none stands for nobody: it would never go. */
  private void checkTimers() {
    SortedSet<TimerRow> standing = state.timers();
    long[] waitedFor = {0};
    state
        .rows()
        .forEach(
            row -> {
              for (TimerRow timer : Timers.of(row)) {
                if (timer.dueAt() > 0) {
                  waitedFor[0]++;
                  expect(standing.contains(timer), () -> "there is no timer %s".formatted(timer));
                }
              }
            });
    long forNobody = standing.size() - waitedFor[0];
    for (TimerRow timer : standing) {
      forNobody -= waitsForItself(timer) ? 1 : 0;
    }
    // No two rows wait for the same timer: so when all are there, the numbers say the rest.
    expect(
        forNobody == 0 || !violations.isEmpty(),
        () -> "timers stand for nobody: %s".formatted(forNobody(standing)));
  }

  private Set<TimerRow> forNobody(SortedSet<TimerRow> standing) {
    TreeSet<TimerRow> left = new TreeSet<>(standing);
    state.rows().forEach(row -> Timers.of(row).forEach(left::remove));
    left.removeIf(Invariants::waitsForItself);
    return left;
  }

  /** A row that is only on its topic, and the next look. */
  private static boolean waitsForItself(TimerRow timer) {
    return timer.kind() == TimerRow.Kind.EXPIRE_TASK || timer.kind() == TimerRow.Kind.LOOK_FOR_ROOM;
  }

  private void expect(boolean holds, Supplier<String> violation) {
    if (!holds) {
      violations.add(violation.get());
    }
  }
}
