package dev.bourse.simulator.master;

import dev.bourse.core.StateMachine;
import dev.bourse.core.state.table.Tables;
import org.jspecify.annotations.Nullable;

/** One process of the master: it leads, stands by, or is down. */
final class Instance {

  static final long NEVER = Long.MAX_VALUE;

  final String name;
  final Heard heard = new Heard();
  Tables tables = new Tables();

  /** How much of the changelog its tables have. */
  int followed;

  /** There while it leads. */
  @Nullable StateMachine machine;

  /** What it has decided and not committed. */
  @Nullable Transaction open;

  boolean up = true;
  boolean paused;

  /** In which term it leads, or led last. */
  long term;

  /** Its clock, against the true time. */
  long clockOffset;

  /** When it will look for work. */
  long wakeAt = NEVER;

  /** What may have its steps fail. */
  final Breakdown breakdown;

  Instance(String name, Rules rules) {
    this.name = name;
    this.breakdown = new Breakdown(rules.decisions());
  }

  boolean isReady() {
    return up && !paused;
  }

  /** Nothing that it had in memory counts any more. */
  void forget() {
    machine = null;
    open = null;
    tables = new Tables();
    followed = 0;
    wakeAt = NEVER;
  }
}
