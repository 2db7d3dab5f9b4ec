package dev.bourse.simulator.master;

import dev.bourse.core.StateMachine;
import dev.bourse.core.apply.Appliers;
import dev.bourse.core.apply.Changes;
import dev.bourse.core.decide.Decisions;
import dev.bourse.core.decide.Handlers;
import dev.bourse.core.state.table.Tables;

/**
 * By which rules a cluster decides: those of the core, or, to see whether the checks find it, the
 * same with a defect.
 *
 * @param decisions what commands come to
 * @param changes what events change
 */
public record Rules(Decisions decisions, Changes changes) {

  /** The rules of the core. */
  public static Rules ofTheCore() {
    return new Rules(new Handlers(), new Appliers());
  }

  /** A machine that follows them. */
  public StateMachine machine(Tables tables) {
    return new StateMachine(tables, decisions, changes);
  }

  /** The same with other changes. */
  public Rules with(Changes other) {
    return new Rules(decisions, other);
  }
}
