package dev.bourse.simulator.check;

import dev.bourse.core.Envelope;
import dev.bourse.core.Outcome;
import dev.bourse.core.StateMachine;
import dev.bourse.core.check.Digest;
import dev.bourse.core.check.Invariants;
import dev.bourse.core.check.StateDigest;
import dev.bourse.core.state.ClusterState;
import dev.bourse.core.state.table.Tables;
import dev.bourse.simulator.master.Committed;
import dev.bourse.simulator.master.Rules;
import dev.bourse.simulator.world.Coverage;
import dev.bourse.topics.journal.JournalEntry;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks over the master's shoulder: invariants after every decision, and everything that is
 * committed decided once more, with the same result.
 */
public final class Auditor implements Committed {

  private static final int LOOK_FOR_IDLE_ROOM_EVERY = 16;

  private final Tables tables = new Tables();
  private final StateMachine replay;
  private final Truth truth;
  private final JobStories jobs;
  private final AgentStories agents = new AgentStories();
  private final Sightings sightings;
  private final Coverage coverage;
  private long steps;

  /**
   * Of a cluster in which nothing has happened.
   *
   * @param rules by which it decides
   */
  public Auditor(Rules rules, Coverage coverage) {
    replay = rules.with(new Fairness(rules.changes())).machine(tables);
    truth = new Truth(tables);
    jobs = new JobStories(truth, coverage);
    sightings = new Sightings(coverage);
    this.coverage = coverage;
  }

  /** What everybody can rely on: the state after the last committed step. */
  public ClusterState state() {
    return tables;
  }

  /** What really happens. */
  public Truth truth() {
    return truth;
  }

  @Override
  public void decided(ClusterState state, Outcome outcome) {
    List<String> violations = Invariants.check(state);
    if (!violations.isEmpty()) {
      throw new Violation("after %s: %s".formatted(outcome.steps(), String.join("; ", violations)));
    }
  }

  @Override
  public void committed(Envelope envelope, JournalEntry entry, Outcome outcome) {
    sightings.before(envelope, tables);
    Outcome again =
        replay.step(new Envelope(envelope.command(), envelope.position(), entry.time()));
    if (!Digest.text(again.digest()).equals(entry.digest())
        || !again.orders().equals(outcome.orders())
        || !again.tables().equals(outcome.tables())) {
      throw new Violation(
          "replay of step %d decides otherwise:%n  %s%n  %s"
              .formatted(entry.sequence(), outcome.events(), again.events()));
    }
    jobs.take(envelope, again);
    agents.take(envelope, again);
    Answers.check(envelope, again, tables);
    sightings.after(envelope, again);
    if (++steps % LOOK_FOR_IDLE_ROOM_EVERY == 0) {
      IdleRoom.check(tables, coverage);
    }
  }

  @Override
  public void promoted(Tables leaders) {
    if (!new ArrayList<>(leaders.rows()).equals(new ArrayList<>(tables.rows()))
        || StateDigest.of(leaders) != StateDigest.of(tables)) {
      throw new Violation("who takes over has another state than replay");
    }
  }
}
