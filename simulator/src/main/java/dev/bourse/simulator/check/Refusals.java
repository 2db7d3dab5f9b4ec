package dev.bourse.simulator.check;

import dev.bourse.core.Envelope;
import dev.bourse.core.Outcome;
import dev.bourse.core.context.Rejection;
import dev.bourse.core.state.AgentRow;
import dev.bourse.core.state.ClusterState;
import dev.bourse.core.state.FinishedJobRow;
import dev.bourse.topics.command.CancelJob;
import dev.bourse.topics.command.DeregisterAgent;
import dev.bourse.topics.command.SubmitJob;
import dev.bourse.topics.id.JobId;
import dev.bourse.topics.job.JobState;
import dev.bourse.topics.view.AgentState;

/** Nothing is refused without a cause, and nothing is taken that must be refused. */
final class Refusals {

  private Refusals() {}

  /**
   * Looks at one step.
   *
   * @param state after it, which a refusal leaves as it was
   */
  static void check(Envelope envelope, Outcome outcome, ClusterState state) {
    Rejection rejection = outcome.rejection();
    switch (envelope.command()) {
      case SubmitJob submission when rejection != null ->
          expect(isTaken(submission.job(), state), "the id is free", rejection);
      case SubmitJob submission -> checkTaken(submission, state);
      case CancelJob cancel when rejection != null ->
          expect(state.job(cancel.job()) == null, "there is such a job", rejection);
      case DeregisterAgent goodbye when rejection != null -> {
        AgentRow agent = state.agent(goodbye.agent());
        expect(
            agent == null
                || agent.state() == AgentState.GONE
                || !agent.incarnation().equals(goodbye.incarnation())
                || goodbye.run() < agent.run(),
            "it is the agent that is there",
            rejection);
      }
      default -> {}
    }
  }

  private static boolean isTaken(JobId id, ClusterState state) {
    FinishedJobRow finished = state.finishedJob(id);
    return state.job(id) != null || (finished != null && finished.state() != JobState.REJECTED);
  }

  private static void checkTaken(SubmitJob submission, ClusterState state) {
    FinishedJobRow finished = state.finishedJob(submission.job());
    if (finished != null && !finished.fingerprint().equals(submission.fingerprint())) {
      throw new Violation(
          "another document under the id of a job that is over is not refused: "
              + submission.job());
    }
  }

  private static void expect(boolean holds, String otherwise, Rejection rejection) {
    if (!holds) {
      throw new Violation("refused, and %s: %s".formatted(otherwise, rejection.reason()));
    }
  }
}
