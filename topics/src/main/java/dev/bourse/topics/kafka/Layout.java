package dev.bourse.topics.kafka;

/**
 * What a cluster's topics look like. All components of a cluster must agree on it; whoever starts
 * first creates the topics, everybody else checks them.
 *
 * @param prefix of every topic's name
 * @param cells partitions of the inputs and tables; each is a cell of its own
 * @param launchPartitions partitions of {@code launches}
 * @param logPartitions partitions of {@code logs}
 * @param replication how many brokers hold each topic; -1 for the broker's default
 */
public record Layout(
    String prefix, int cells, int launchPartitions, int logPartitions, int replication) {

  /** One cell, prefix {@code bourse.}, the broker's default replication. */
  public static final Layout DEFAULT = new Layout(Topic.DEFAULT_PREFIX, 1, 4, 4, -1);

  /** Checks. */
  public Layout {
    if (!prefix.matches("[A-Za-z0-9._-]{0,64}")) {
      throw new IllegalArgumentException(
          "prefix: is '" + prefix + "', but must be up to 64 characters of A-Z a-z 0-9 . _ -");
    }
    check("cells", cells, 1);
    check("launchPartitions", launchPartitions, 1);
    check("logPartitions", logPartitions, 1);
    if (replication != -1) {
      check("replication", replication, 1);
    }
  }

  /** The name of a topic on the wire. */
  public String name(Topic topic) {
    return topic.name(prefix);
  }

  /** The default layout under another prefix. */
  public static Layout withPrefix(String prefix) {
    return new Layout(
        prefix,
        DEFAULT.cells,
        DEFAULT.launchPartitions,
        DEFAULT.logPartitions,
        DEFAULT.replication);
  }

  private static void check(String field, int value, int min) {
    if (value < min || value > 10_000) {
      throw new IllegalArgumentException(
          field + ": is " + value + ", but must be from " + min + " to 10000");
    }
  }
}
