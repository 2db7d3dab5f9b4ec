package dev.bourse.core.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.core.Envelope;
import dev.bourse.core.Outcome;
import dev.bourse.core.StateMachine;
import dev.bourse.core.check.Invariants;
import dev.bourse.core.context.Position;
import dev.bourse.core.state.table.Tables;
import dev.bourse.topics.command.ApplySettings;
import dev.bourse.topics.command.Command;
import dev.bourse.topics.command.RegisterAgent;
import dev.bourse.topics.command.Tick;
import dev.bourse.topics.resources.Quantities;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * A market in which frameworks, jobs and operators do anything, on a machine that remembers what it
 * has tried. Each step is made by a second machine too, which has the same rows and remembers
 * nothing, so that it tries everything.
 */
public final class RandomMarket {

  private final SplittableRandom random;
  private final Tables tables = new Tables();
  private final StateMachine machine = new StateMachine(tables);
  private final MarketMoves moves;
  private final List<String> story = new ArrayList<>();
  private final OfferBook book = new OfferBook();
  private long now = ClusterFixture.START;
  private long offset;
  private int offersMade;

  public RandomMarket(long seed) {
    random = new SplittableRandom(seed);
    moves = new MarketMoves(random, tables, machine::tick);
    step(new ApplySettings(moves.randomSettings()));
    for (int i = 0; i < 4; i++) {
      step(moves.registration(i));
    }
  }

  /** What has been done so far. */
  public List<String> story() {
    return story;
  }

  /** How many offers there have been. */
  public int offersMade() {
    return offersMade;
  }

  /** Of everything that has been decided. */
  public long digest() {
    return tables.cell().digest();
  }

  /** One command more, and perhaps what is due. */
  public void act() {
    if (moves.doesTimePass()) {
      now += random.nextInt(4_000);
    }
    step(moves.anything());
    for (int i = 0; i < 3 && machine.isTickDue(now); i++) {
      step(machine.tick());
    }
  }

  /** What the machine decides must be what one decides that has just been restored. */
  private void step(Command command) {
    boolean ofHost = command instanceof ApplySettings || command instanceof Tick;
    Envelope envelope =
        new Envelope(command, ofHost ? null : new Position("input", 0, offset++), now);
    story.add(command.toString());
    StateMachine forgetful = new StateMachine(States.restored(tables.rows()));
    Outcome expected = forgetful.step(envelope);
    TreeMap<String, Quantities> consumed = consumed();
    Outcome outcome = machine.step(envelope);
    offersMade += outcome.notices().size();
    outcome.notices().forEach(book::take);
    check(command, consumed);
    if (outcome.digest() != expected.digest()) {
      throw new AssertionError(
          "decided "
              + outcome.events()
              + ", but who tries everything decides "
              + expected.events());
    }
  }

  private TreeMap<String, Quantities> consumed() {
    TreeMap<String, Quantities> consumed = new TreeMap<>();
    tables.roles().keySet().forEach(role -> consumed.put(role, tables.consumedBy(role)));
    return consumed;
  }

  /**
   * Nothing is promised twice, every offer has one end, and nobody gets above his limit by what is
   * decided: only by what an agent says that it has reserved.
   */
  private void check(Command command, SortedMap<String, Quantities> before) {
    assertThat(Invariants.check(tables)).as("violated invariants").isEmpty();
    assertThat(book.size()).as("offers outstanding").isEqualTo(tables.offers().size());
    if (command instanceof RegisterAgent) {
      return;
    }
    tables
        .roles()
        .forEach(
            (role, set) -> {
              Quantities limit = set.limit() == null ? Quantities.EMPTY : set.limit();
              Quantities was = before.get(role);
              if (was == null) {
                // It was set just now, and may well be below what is held.
                return;
              }
              for (String name : limit.names()) {
                assertThat(tables.consumedBy(role).get(name))
                    .as("%s of role %s, whose limit is %s and that had %s", name, role, limit, was)
                    .isLessThanOrEqualTo(Math.max(limit.get(name), was.get(name)));
              }
            });
  }
}
