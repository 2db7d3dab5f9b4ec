package dev.bourse.simulator.load;

import dev.bourse.simulator.log.SimLog;
import dev.bourse.simulator.world.Chance;
import dev.bourse.simulator.world.Coverage;
import dev.bourse.simulator.world.World;
import dev.bourse.topics.liveness.FrameworkHeartbeat;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The frameworks of a cluster that are offered resources. */
public final class Schedulers {

  private static final long MINUTE = 60_000;

  private final World world;
  private final Chance chance;
  private final List<SimScheduler> schedulers = new ArrayList<>();

  /**
   * Some that do not run yet.
   *
   * @param heartbeats where their signs of life go
   * @param encodes whether records travel as bytes
   */
  public Schedulers(
      World world,
      SimLog log,
      Chance chance,
      Coverage coverage,
      Consumer<FrameworkHeartbeat> heartbeats,
      boolean encodes,
      int count,
      int roles) {
    this.world = world;
    this.chance = chance;
    for (int i = 0; i < count; i++) {
      schedulers.add(
          new SimScheduler(
              "f" + i, world, log, chance.split(), coverage, heartbeats, encodes, roles));
    }
  }

  /** Starts all, one after the other. */
  public void start() {
    for (SimScheduler scheduler : schedulers) {
      world.after(chance.between(1, MINUTE), scheduler::start);
    }
  }

  /** One of them ends at once, if there is any, and starts again after a while. */
  public void crash() {
    if (!schedulers.isEmpty()) {
      SimScheduler scheduler = chance.of(schedulers);
      scheduler.crash();
      world.after(chance.between(1, 5 * MINUTE), scheduler::start);
    }
  }

  /** From here on all do what is right, and come to their end. */
  public void behave() {
    schedulers.forEach(SimScheduler::behave);
  }

  /** Whether all have. */
  public boolean isOver() {
    return schedulers.stream().allMatch(SimScheduler::isOver);
  }
}
