package dev.bourse.agent.folder;

/**
 * How far the orders have been handled.
 *
 * @param partition of the topic of orders
 * @param offset of the next order
 * @param lastEpoch the highest epoch among those handled; 0 for none
 * @param run how often an agent has been started from this folder
 */
public record Position(int partition, long offset, long lastEpoch, long run) {

  /** At the next start. */
  public Position started() {
    return new Position(partition, offset, lastEpoch, run + 1);
  }

  /** With the launch of this epoch handled. */
  public Position withEpoch(long epoch) {
    return new Position(partition, offset, Math.max(lastEpoch, epoch), run);
  }
}
