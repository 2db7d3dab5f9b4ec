package dev.bourse.topics.kafka;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The topic catalog. A name on the wire is the cluster's prefix and the topic's name, for example
 * {@code bourse.submissions}.
 */
public enum Topic {
  /** Jobs to run, and to cancel. Key: job id. Written by users and the gateway. */
  SUBMISSIONS("submissions", Partitions.CELLS, 30 * Topic.DAY),
  /** Agents that come and go. Key: agent id. Written by agents and the liveness monitor. */
  MEMBERSHIP("membership", Partitions.CELLS, 30 * Topic.DAY),
  /** What became of attempts. Key: agent id. Written by agents. */
  STATUS("status", Partitions.CELLS, 30 * Topic.DAY),
  /** Calls of frameworks. Key: framework id. */
  ACCEPTS("accepts", Partitions.CELLS, 30 * Topic.DAY),
  /** What operators ask for. Key: agent id, role or framework id. Written by the gateway. */
  OPERATIONS("operations", Partitions.CELLS, 30 * Topic.DAY),
  /** Signs of life. Key: agent or framework id. Soft state: read by the liveness monitor only. */
  HEARTBEATS("heartbeats", Partitions.CELLS, 10 * Topic.MINUTE),
  /** What agents are told to do. Key: agent id; an agent reads the partition of its id. */
  LAUNCHES("launches", Partitions.LAUNCHES, 7 * Topic.DAY),
  /** What frameworks are offered. Key: framework id. */
  OFFERS("offers", Partitions.CELLS, Topic.DAY),
  /** Where the tasks of frameworks stand, and answers to calls. Key: framework id. */
  UPDATES("updates", Partitions.CELLS, 7 * Topic.DAY),
  /** Public table of jobs. Key: job id. */
  JOBS("jobs", Partitions.CELLS, Topic.TABLE),
  /** Public table of tasks. Key: task id. */
  TASKS("tasks", Partitions.CELLS, Topic.TABLE),
  /** Public table of agents. Key: agent id. */
  AGENTS("agents", Partitions.CELLS, Topic.TABLE),
  /** Public table of frameworks. Key: framework id. */
  FRAMEWORKS("frameworks", Partitions.CELLS, Topic.TABLE),
  /** Public table of what is set for roles. Key: role. */
  ROLES("roles", Partitions.CELLS, Topic.TABLE),
  /** The order in which inputs were applied. Key: cell. */
  JOURNAL("journal", Partitions.CELLS, 30 * Topic.DAY),
  /** Output of tasks. Key: task id. Written by agents. */
  LOGS("logs", Partitions.LOGS, Topic.DAY),
  /** What could not be decoded or applied, as it was, with the reason in headers. */
  DEAD_LETTERS("dead-letters", Partitions.ONE, 30 * Topic.DAY);

  /** The prefix of a cluster that was not given another. */
  public static final String DEFAULT_PREFIX = "bourse.";

  /**
   * Bytes of the largest record that the master writes: one of the largest that users can send, and
   * the headers that say why it is on the dead letters.
   */
  public static final int MAX_RECORD_BYTES = 2 << 20;

  private static final long MINUTE = 60_000;
  private static final long DAY = 24 * 60 * MINUTE;
  private static final long TABLE = -1;

  /** What decides how many partitions a topic has. */
  enum Partitions {
    CELLS,
    LAUNCHES,
    LOGS,
    ONE
  }

  private final String suffix;
  private final Partitions partitions;
  private final long retentionMillis;

  Topic(String suffix, Partitions partitions, long retentionMillis) {
    this.suffix = suffix;
    this.partitions = partitions;
    this.retentionMillis = retentionMillis;
  }

  /** The name without a prefix. */
  public String suffix() {
    return suffix;
  }

  /** The name on the wire. */
  public String name(String prefix) {
    return prefix + suffix;
  }

  /** How many partitions it has in a cluster of this layout. */
  public int partitions(Layout layout) {
    return switch (partitions) {
      case CELLS -> layout.cells();
      case LAUNCHES -> layout.launchPartitions();
      case LOGS -> layout.logPartitions();
      case ONE -> 1;
    };
  }

  /**
   * Topic settings it is created with. Live readers of a table see every change for at least a day.
   */
  public SortedMap<String, String> config() {
    SortedMap<String, String> config = new TreeMap<>();
    if (isTable()) {
      config.put("cleanup.policy", "compact");
      config.put("min.compaction.lag.ms", Long.toString(DAY));
    } else {
      config.put("cleanup.policy", "delete");
      config.put("retention.ms", Long.toString(retentionMillis));
    }
    if (this == DEAD_LETTERS) {
      config.put("max.message.bytes", Integer.toString(MAX_RECORD_BYTES));
    }
    return config;
  }

  /** Whether it is a table: compacted, the newest record of a key counts. */
  public boolean isTable() {
    return retentionMillis == TABLE;
  }
}
