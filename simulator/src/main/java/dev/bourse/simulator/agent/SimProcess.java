package dev.bourse.simulator.agent;

import dev.bourse.agent.machine.AttemptKey;
import dev.bourse.simulator.world.Chance;
import dev.bourse.simulator.world.World;
import java.util.function.ObjIntConsumer;

/** A process, and what it does with signals. */
final class SimProcess {

  private static final int BY_TERM = 143;
  private static final int BY_KILL = 137;

  final AttemptKey key;
  private final Behaviour behaviour;
  private final World world;
  private final Chance chance;
  private final ObjIntConsumer<SimProcess> over;
  private boolean gone;

  /** Starts it. */
  SimProcess(
      AttemptKey key,
      Behaviour behaviour,
      World world,
      Chance chance,
      ObjIntConsumer<SimProcess> over) {
    this.key = key;
    this.behaviour = behaviour;
    this.world = world;
    this.chance = chance;
    this.over = over;
    world.after(behaviour.millis(), () -> end(behaviour.status()));
  }

  boolean isGone() {
    return gone;
  }

  void term() {
    switch (behaviour.onTerm()) {
      case END -> world.after(chance.between(1, 50), () -> end(BY_TERM));
      case TIDY -> world.after(chance.between(500, 4_000), () -> end(0));
      case IGNORE -> {}
    }
  }

  void kill() {
    world.after(chance.between(1, 20), () -> end(BY_KILL));
  }

  /** The machine is off. */
  void cut() {
    end(BY_KILL);
  }

  private void end(int status) {
    if (!gone) {
      gone = true;
      over.accept(this, status);
    }
  }
}
