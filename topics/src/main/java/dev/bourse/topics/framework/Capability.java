package dev.bourse.topics.framework;

/** What a framework says it can handle; who does not say it is spared it. Names are Mesos'. */
public enum Capability {
  /** May be in more than one role. */
  MULTI_ROLE,
  /**
   * Knows that a task may come back: hears of {@code UNREACHABLE}, {@code DROPPED}, {@code GONE},
   * {@code GONE_BY_OPERATOR} and {@code UNKNOWN}; others hear {@code LOST} for all of them.
   */
  PARTITION_AWARE,
  /** Is offered agents that have gpus, which others would occupy without need. */
  GPU_RESOURCES,
  /** Is offered agents of other regions than the master's. */
  REGION_AWARE,
  /** May reserve what is reserved for a role above, once more for one below it. */
  RESERVATION_REFINEMENT,
  /**
   * Is shown resources that others are shown too; the first valid accept in the log has them. Not
   * in Mesos (wished for as MESOS-1607).
   */
  OPTIMISTIC_OFFERS
}
