package dev.bourse.simulator.history;

import dev.bourse.simulator.log.SimLog;
import dev.bourse.simulator.master.Rules;
import dev.bourse.simulator.swarm.Swarm;
import java.util.concurrent.atomic.AtomicReference;

/** Histories of simulated clusters. */
final class Recordings {

  private static final int AGENTS = 4;

  private Recordings() {}

  static SimLog of(long seed) {
    AtomicReference<SimLog> log = new AtomicReference<>();
    new Swarm(AGENTS, Rules::ofTheCore).run(seed, null, log::set);
    return log.get();
  }
}
