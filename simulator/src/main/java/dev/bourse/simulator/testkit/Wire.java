package dev.bourse.simulator.testkit;

import dev.bourse.simulator.world.Chance;
import dev.bourse.simulator.world.World;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How a process writes to a topic: what it writes arrives in order, each record a little later.
 * While the process is cut off it waits, as with any Kafka producer for two minutes at most.
 */
final class Wire {

  private static final long SLOWEST_MILLIS = 20;
  private static final long DELIVERY_MILLIS = 120_000;

  private record Written(long at, Runnable arrival) {}

  private final World world;
  private final Chance chance;
  private final Runnable lost;
  private final Deque<Written> waiting = new ArrayDeque<>();
  private boolean cut;
  private long lastAt;

  /**
   * One with nothing on it.
   *
   * @param lost is called when something could not be written in time
   */
  Wire(World world, Chance chance, Runnable lost) {
    this.world = world;
    this.chance = chance;
    this.lost = lost;
  }

  /** Writes something. */
  void write(Runnable arrival) {
    Written written = new Written(world.now(), arrival);
    waiting.add(written);
    arrange(written);
  }

  private void arrange(Written written) {
    lastAt = Math.max(lastAt, world.now() + chance.between(1, SLOWEST_MILLIS));
    world.at(lastAt, () -> arrive(written));
  }

  private void arrive(Written written) {
    if (!waiting.contains(written)) {
      return;
    }
    if (cut) {
      world.at(written.at() + DELIVERY_MILLIS, () -> giveUp(written));
    } else {
      waiting.remove().arrival().run();
    }
  }

  private void giveUp(Written written) {
    if (cut && waiting.contains(written)) {
      lost.run();
    }
  }

  /** Whether nothing arrives. What has waited so far follows when something arrives again. */
  void cut(boolean now) {
    boolean healed = cut && !now;
    cut = now;
    if (healed) {
      waiting.forEach(this::arrange);
    }
  }

  /** What is on it does not arrive. */
  void drop() {
    waiting.clear();
  }
}
