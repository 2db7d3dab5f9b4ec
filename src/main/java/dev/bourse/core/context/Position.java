package dev.bourse.core.context;

/**
 * Where an input stands in the log.
 *
 * @param topic the topic's name without the cluster's prefix
 * @param partition of the topic; the cell
 * @param offset in the partition
 */
public record Position(String topic, int partition, long offset) {

  /** {@code partition:offset}, the form in which users see it. */
  public String token() {
    return partition + ":" + offset;
  }
}
