package dev.bourse.core;

import dev.bourse.core.apply.Appliers;
import dev.bourse.core.check.Digest;
import dev.bourse.core.context.Context;
import dev.bourse.core.context.EventEmitter;
import dev.bourse.core.context.Rejection;
import dev.bourse.core.decide.Handlers;
import dev.bourse.core.event.Event;
import dev.bourse.core.state.CellRow;
import dev.bourse.core.state.ClusterState;
import dev.bourse.core.state.table.Tables;
import dev.bourse.topics.command.Allocate;
import dev.bourse.topics.command.Command;
import dev.bourse.topics.command.Tick;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The core as its host sees it: a command in, an {@link Outcome} out.
 *
 * <pre>
 *   Envelope ──▶ handler ──emits──▶ event ──▶ applier ──▶ state
 *                                     │
 *                                     └──▶ digest, orders, table changes ──▶ Outcome
 * </pre>
 *
 * <p>After a command that may have changed what fits, a bounded allocation follows in the same
 * step. A step that throws is taken back as a whole, and the exception is the host's to report. Not
 * thread-safe: one thread at a time.
 */
public final class StateMachine {

  private final Tables tables;
  private final Settings settings;
  private final Handlers handlers = new Handlers();
  private final Appliers appliers = new Appliers();

  /**
   * A state machine over a state, which may come from a changelog.
   *
   * @param tables changed by nobody else while a step runs
   */
  public StateMachine(Tables tables, Settings settings) {
    this.tables = tables;
    this.settings = settings;
  }

  /** The state, to be looked at between steps. */
  public ClusterState state() {
    return tables;
  }

  /** Makes one step. */
  public Outcome step(Envelope envelope) {
    tables.begin();
    try {
      return new Step(envelope).run();
    } catch (RuntimeException e) {
      tables.rollBack();
      throw e;
    }
  }

  /** Whether a {@link Tick} at this time would do anything. */
  public boolean isTickDue(long now) {
    return tables.cell().allocationPending()
        || (!tables.timers().isEmpty() && tables.timers().getFirst().dueAt() <= now);
  }

  /** The tick that the host runs when {@link #isTickDue}. */
  public Tick tick() {
    return new Tick(settings.timersPerTick());
  }

  private final class Step implements EventEmitter {

    private final Envelope envelope;
    private final long now;
    private final Digest digest;
    private final Effects effects = new Effects(tables);
    private final List<Event> events = new ArrayList<>();
    private final List<String> steps = new ArrayList<>(2);

    Step(Envelope envelope) {
      this.envelope = envelope;
      now = Math.max(envelope.time(), tables.cell().time());
      digest = new Digest(tables.cell().digest());
    }

    Outcome run() {
      Rejection rejection = handle(envelope.command());
      if (tables.cell().allocationPending()) {
        handle(new Allocate(settings.launchesPerStep()));
      }
      if (rejection != null) {
        digest.add(rejection);
      }
      CellRow cell = tables.cell().stepped(now, digest.value());
      tables.put(cell);
      return new Outcome(
          steps,
          rejection,
          events,
          effects.orders(),
          effects.tables(),
          tables.changes(),
          cell.steps(),
          now,
          cell.digest());
    }

    private @Nullable Rejection handle(Command command) {
      steps.add(command.getClass().getSimpleName());
      return handlers.handle(
          command, new Context(tables, now, envelope.position(), settings, this));
    }

    @Override
    public void emit(Event event) {
      effects.before(event);
      appliers.apply(event, tables);
      effects.after(event);
      digest.add(event);
      events.add(event);
    }
  }
}
