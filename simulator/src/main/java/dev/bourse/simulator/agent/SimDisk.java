package dev.bourse.simulator.agent;

import dev.bourse.agent.machine.AttemptKey;
import dev.bourse.simulator.world.Chance;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The disk of a machine, as far as the agent writes to it. Checkpoints survive a power cut, and so
 * does the position that was forced; what else is on it may be gone then.
 */
final class SimDisk {

  /** How far orders have been handled. */
  record Position(int next, long lastEpoch) {}

  private static final Position BEGINNING = new Position(0, 0);

  final TreeMap<AttemptKey, SimFolder> folders = new TreeMap<>();
  boolean full;
  private Position position;
  private Position forced;

  /**
   * An empty disk.
   *
   * @param next where the orders begin that are for this incarnation
   */
  SimDisk(int next) {
    position = new Position(next, 0);
    forced = position;
  }

  Position position() {
    return position;
  }

  void write(Position newer) {
    position = newer;
  }

  /** A launch is handled of which there is no folder. */
  void remember(long epoch) {
    position = new Position(position.next(), Math.max(position.lastEpoch(), epoch));
    force();
  }

  void force() {
    forced = position;
  }

  /** The folder of an attempt, made if there is none. */
  SimFolder folder(AttemptKey key) {
    return folders.computeIfAbsent(key, k -> new SimFolder());
  }

  @Nullable SimFolder find(AttemptKey key) {
    return folders.get(key);
  }

  /** What was only in the page cache may be gone. */
  void losePower(Chance chance) {
    if (chance.oneIn(2)) {
      position = forced == null ? BEGINNING : forced;
    }
    for (SimFolder folder : folders.values()) {
      if (chance.oneIn(2)) {
        folder.outcome = null;
      }
      if (chance.oneIn(2)) {
        folder.killRequestedAt = null;
      }
      if (folder.exit != null && chance.oneIn(2)) {
        folder.exit = null;
      }
    }
    folders.values().removeIf(folder -> folder.launch == null && folder.outcome == null);
  }
}
