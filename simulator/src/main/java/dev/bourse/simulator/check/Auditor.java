package dev.bourse.simulator.check;

import dev.bourse.core.Envelope;
import dev.bourse.core.Outcome;
import dev.bourse.core.StateMachine;
import dev.bourse.core.check.Digest;
import dev.bourse.core.check.Invariants;
import dev.bourse.core.check.StateDigest;
import dev.bourse.core.state.ClusterState;
import dev.bourse.core.state.Row;
import dev.bourse.core.state.RowKey;
import dev.bourse.core.state.table.Tables;
import dev.bourse.simulator.master.Committed;
import dev.bourse.simulator.master.Rules;
import dev.bourse.simulator.world.Coverage;
import dev.bourse.topics.journal.JournalEntry;
import java.util.List;
import java.util.TreeMap;

/**
 * Looks over the master's shoulder: invariants after every decision, and everything that is
 * committed decided once more, with the same result.
 */
public final class Auditor implements Committed {

  private static final int LOOK_FOR_IDLE_ROOM_EVERY = 16;

  private final Tables tables = new Tables();
  private final Fairness fairness;
  private final StateMachine replay;
  private final Rulebook rulebook = new Rulebook();
  private final IdleRoom idleRoom;
  private final Truth truth;
  private final JobStories jobs;
  private final AgentStories agents = new AgentStories();
  private final OfferStories offers = new OfferStories();
  private final FrameworkTasks frameworkTasks;
  private final UpdateLines updates = new UpdateLines();
  private final Wants wants = new Wants();
  private final Published published = new Published();
  private final Bounds bounds = new Bounds();
  private final Sightings sightings;
  private long steps;

  /**
   * Of a cluster in which nothing has happened.
   *
   * @param rules by which it decides
   */
  public Auditor(Rules rules, Coverage coverage) {
    fairness = new Fairness(rules.changes());
    replay = rules.with(fairness).machine(tables);
    truth = new Truth(tables);
    jobs = new JobStories(truth, coverage);
    frameworkTasks = new FrameworkTasks(truth, coverage);
    sightings = new Sightings(coverage);
    idleRoom = new IdleRoom(rulebook, coverage);
  }

  /** What everybody can rely on: the state after the last committed step. */
  public ClusterState state() {
    return tables;
  }

  /** What really happens. */
  public Truth truth() {
    return truth;
  }

  /** Only events change rows: a step without one leaves what has been looked at. */
  @Override
  public void decided(ClusterState state, Outcome outcome) {
    if (outcome.events().isEmpty()) {
      return;
    }
    List<String> violations = Invariants.check(state);
    if (!violations.isEmpty()) {
      throw new Violation("after %s: %s".formatted(outcome.steps(), String.join("; ", violations)));
    }
  }

  @Override
  public void committed(Envelope envelope, JournalEntry entry, Outcome outcome) {
    sightings.before(envelope, tables);
    Outcome again = decideAgain(envelope, entry);
    if (!Digest.text(again.digest()).equals(entry.digest())) {
      throw differs(entry, "events", outcome.events(), again.events());
    }
    if (!again.orders().equals(outcome.orders())) {
      throw differs(entry, "orders", outcome.orders(), again.orders());
    }
    if (!again.tables().equals(outcome.tables())) {
      throw differs(entry, "tables", outcome.tables(), again.tables());
    }
    if (!again.notices().equals(outcome.notices())) {
      throw differs(entry, "notices", outcome.notices(), again.notices());
    }
    again.events().forEach(rulebook::take);
    bounds.check(envelope, again, tables.settings());
    jobs.take(envelope, again);
    agents.take(envelope, again, tables.settings());
    offers.take(envelope, again, tables);
    OfferStories.checkEmptied(tables);
    frameworkTasks.take(envelope, again);
    updates.take(envelope, again, tables.settings().offers());
    wants.take(envelope, again);
    LaunchAnswers.check(envelope, again);
    Answers.check(envelope, again, tables);
    Refusals.check(envelope, again, tables);
    published.check(again);
    sightings.after(envelope, again);
    if (++steps % LOOK_FOR_IDLE_ROOM_EVERY == 0) {
      idleRoom.check(tables);
    }
  }

  private Outcome decideAgain(Envelope envelope, JournalEntry entry) {
    fairness.begin(Math.max(entry.time(), tables.cell().time()));
    try {
      return replay.step(new Envelope(envelope.command(), envelope.position(), entry.time()));
    } catch (Violation e) {
      throw e;
    } catch (RuntimeException e) {
      throw new Violation("step %d cannot be decided again".formatted(entry.sequence()), e);
    }
  }

  private static Violation differs(JournalEntry entry, String what, List<?> first, List<?> second) {
    int same = 0;
    while (same < Math.min(first.size(), second.size())
        && first.get(same).equals(second.get(same))) {
      same++;
    }
    return new Violation(
        "replay of step %d has other %s from number %d on:%n  %s%n  %s"
            .formatted(
                entry.sequence(),
                what,
                same + 1,
                first.subList(same, first.size()),
                second.subList(same, second.size())));
  }

  @Override
  public void promoted(Tables leaders) {
    TreeMap<RowKey, Row> rows = new TreeMap<>();
    tables.rows().forEach(row -> rows.put(row.key(), row));
    for (Row row : leaders.rows()) {
      Row known = rows.remove(row.key());
      if (!row.equals(known)) {
        throw new Violation("who takes over has %s, and replay has %s".formatted(row, known));
      }
    }
    if (!rows.isEmpty() || StateDigest.of(leaders) != StateDigest.of(tables)) {
      throw new Violation(
          "who takes over has another state than replay; it lacks " + rows.keySet());
    }
  }
}
