package dev.bourse.simulator.check;

import dev.bourse.core.Envelope;
import dev.bourse.core.Outcome;
import dev.bourse.core.event.AgentBarred;
import dev.bourse.core.event.AgentRegistered;
import dev.bourse.core.event.Event;
import dev.bourse.core.event.TaskKillRequested;
import dev.bourse.core.state.AgentRow;
import dev.bourse.core.state.ClusterState;
import dev.bourse.core.state.JobRow;
import dev.bourse.core.state.TaskRow;
import dev.bourse.topics.command.RegisterAgent;
import dev.bourse.topics.command.ReportStatus;
import dev.bourse.topics.command.TaskReport;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.TaskId;
import dev.bourse.topics.order.AcknowledgeStatus;
import dev.bourse.topics.order.ConfirmRegistration;
import dev.bourse.topics.order.KillTask;
import dev.bourse.topics.order.Order;
import dev.bourse.topics.order.RequestRegistration;
import dev.bourse.topics.order.ShutdownAgent;
import dev.bourse.topics.task.TaskState;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What an agent says is answered in the same step: a report is acknowledged, a registration is
 * confirmed, and what it runs that does not count is ordered to end.
 */
final class Answers {

  private Answers() {}

  /**
   * Looks at one step.
   *
   * @param state after it
   */
  static void check(Envelope envelope, Outcome outcome, ClusterState state) {
    for (Event event : outcome.events()) {
      if (event instanceof TaskKillRequested kill) {
        checkKill(kill, outcome, state);
      }
    }
    switch (envelope.command()) {
      case ReportStatus report when state.agent(report.agent()) != null ->
          checkReport(report, outcome, state);
      case RegisterAgent arrival when isUnwanted(arrival.agent(), outcome) ->
          expect(
              outcome,
              order -> order instanceof ShutdownAgent end && end.agent().equals(arrival.agent()),
              "does not send away " + arrival);
      case RegisterAgent arrival when outcome.rejection() == null ->
          checkArrival(arrival, outcome, state);
      default -> {}
    }
  }

  private static boolean isUnwanted(AgentId agent, Outcome outcome) {
    return outcome.events().stream()
        .anyMatch(event -> event instanceof AgentBarred barred && barred.agent().equals(agent));
  }

  private static void checkReport(ReportStatus report, Outcome outcome, ClusterState state) {
    expect(
        outcome,
        order ->
            order instanceof AcknowledgeStatus known
                && known.agent().equals(report.agent())
                && known.epoch() == report.epoch()
                && known.sequence() == report.sequence(),
        "does not acknowledge " + report);
    checkStray(report.agent(), report.task(), report.epoch(), report.state(), outcome, state);
  }

  private static void checkArrival(RegisterAgent arrival, Outcome outcome, ClusterState state) {
    if (outcome.events().stream().noneMatch(AgentRegistered.class::isInstance)) {
      expect(
          outcome,
          order ->
              order instanceof RequestRegistration asked && asked.agent().equals(arrival.agent()),
          "neither takes in nor asks " + arrival);
      return;
    }
    expect(
        outcome,
        order ->
            order instanceof ConfirmRegistration known
                && known.agent().equals(arrival.agent())
                && known.run() == arrival.run(),
        "does not confirm " + arrival);
    for (TaskReport task : arrival.tasks()) {
      checkStray(arrival.agent(), task.task(), task.epoch(), task.state(), outcome, state);
      checkToldAgain(task, outcome, state);
    }
  }

  /** An agent that has forgotten that it was to end something is told once more. */
  private static void checkToldAgain(TaskReport report, Outcome outcome, ClusterState state) {
    TaskRow task = state.task(report.task());
    if (task != null
        && task.epoch() == report.epoch()
        && task.killReason() != null
        && report.state() == TaskState.RUNNING) {
      expect(
          outcome,
          order -> order instanceof KillTask kill && kill.epoch() == task.epoch(),
          "leaves " + task.id() + ", which is to end for " + task.killReason());
    }
  }

  /** Its process gets the time to end that its job wants for it. */
  private static void checkKill(TaskKillRequested event, Outcome outcome, ClusterState state) {
    TaskRow task = state.task(event.task());
    AgentRow agent = task == null ? null : state.agent(task.agent());
    Long grace = event.graceMillis();
    if (grace == null && task != null) {
      grace = grace(task, state);
    }
    if (task != null && agent != null && grace != null) {
      KillTask wanted =
          new KillTask(
              task.agent(), agent.incarnation(), task.id(), task.attempt(), task.epoch(), grace);
      expect(outcome, wanted::equals, "does not order " + wanted);
    }
  }

  private static @Nullable Long grace(TaskRow task, ClusterState state) {
    TaskRow.Terms terms = task.terms();
    if (terms != null) {
      return terms.killGraceMillis();
    }
    JobRow job = task.job() == null ? null : state.job(task.job());
    return job == null ? null : Long.valueOf(job.spec().killGraceMillis());
  }

  private static void checkStray(
      AgentId agent,
      TaskId id,
      long epoch,
      TaskState reported,
      Outcome outcome,
      ClusterState state) {
    TaskRow task = state.task(id);
    boolean counts = task != null && task.epoch() == epoch && task.agent().equals(agent);
    if (!counts && !reported.isTerminal()) {
      expect(
          outcome,
          order ->
              order instanceof KillTask kill && kill.agent().equals(agent) && kill.epoch() == epoch,
          "leaves %s of epoch %d, which does not count, on %s".formatted(id, epoch, agent));
    }
  }

  private static void expect(Outcome outcome, Predicate<Order> answer, String otherwise) {
    if (outcome.orders().stream().noneMatch(answer)) {
      throw new Violation("a step " + otherwise + "; it orders " + outcome.orders());
    }
  }
}
