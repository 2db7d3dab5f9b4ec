package dev.bourse.core;

import dev.bourse.core.apply.Appliers;
import dev.bourse.core.apply.Changes;
import dev.bourse.core.check.Digest;
import dev.bourse.core.context.Context;
import dev.bourse.core.context.EventEmitter;
import dev.bourse.core.context.Rejection;
import dev.bourse.core.decide.Decisions;
import dev.bourse.core.decide.Handlers;
import dev.bourse.core.event.Event;
import dev.bourse.core.state.CellRow;
import dev.bourse.core.state.ClusterState;
import dev.bourse.core.state.table.Tables;
import dev.bourse.topics.command.Allocate;
import dev.bourse.topics.command.ApplySettings;
import dev.bourse.topics.command.Command;
import dev.bourse.topics.command.Settings;
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
  private final Decisions decisions;
  private final Changes changes;

  /**
   * A state machine over a state, which may come from a changelog.
   *
   * @param tables changed by nobody else while a step runs
   */
  public StateMachine(Tables tables) {
    this(tables, new Handlers(), new Appliers());
  }

  /** One that decides or applies otherwise: the seam by which checkers are shown a defect. */
  public StateMachine(Tables tables, Decisions decisions, Changes changes) {
    this.tables = tables;
    this.decisions = decisions;
    this.changes = changes;
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
    return new Tick(tables.settings().timersPerTick());
  }

  /**
   * What the host must run before anything else so that these settings count; null when they do.
   */
  public @Nullable Command settle(Settings settings) {
    boolean settled = tables.hasSettings() && tables.settings().equals(settings);
    return settled ? null : new ApplySettings(settings);
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
        handle(new Allocate(tables.settings().launchesPerStep()));
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
          effects.notices(),
          effects.tables(),
          tables.changes(),
          cell.steps(),
          now,
          cell.digest());
    }

    private @Nullable Rejection handle(Command command) {
      steps.add(command.getClass().getSimpleName());
      return decisions.handle(command, new Context(tables, now, envelope.position(), this));
    }

    @Override
    public void emit(Event event) {
      effects.before(event);
      changes.apply(event, tables);
      effects.after(event);
      digest.add(event);
      events.add(event);
    }
  }
}
