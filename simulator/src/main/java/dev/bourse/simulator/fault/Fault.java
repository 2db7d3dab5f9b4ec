package dev.bourse.simulator.fault;

/** What can go wrong. Each seed has some of them. */
public enum Fault {
  /** A process of the master ends at once, also between deciding and committing. */
  MASTER_CRASH,
  /** Both processes of the master are down together. */
  MASTER_OUTAGE,
  /** A process of the master stands still, for less or for more than anybody waits for it. */
  MASTER_PAUSE,
  /** A transaction fails. */
  TRANSACTION_ABORT,
  /** A step of the core fails in its middle, and its record is set aside. */
  STEP_FAILURE,
  /** The operator configures something else and restarts the master. */
  RECONFIGURATION,
  /** An agent's process ends at once and is started again. */
  AGENT_CRASH,
  /** An agent stands still for a while. */
  AGENT_HANG,
  /** A machine is off, and starts anew. */
  POWER_LOSS,
  /** A machine comes back with an empty disk. */
  DISK_LOSS,
  /** A machine cannot be reached. */
  PARTITION,
  /** A third of all machines vanishes at one time. */
  RACK_LOSS,
  /** A clock is wrong. */
  CLOCK_JUMP,
  /** A disk has no room. */
  DISK_FULL,
  /** A disk is so slow that the agent waits for it. */
  DISK_SLOW,
  /** Records take long. */
  SLOW_NETWORK,
  /** Records arrive twice. */
  DUPLICATES,
  /** Records that make no sense. */
  POISON,
  /** An agent is stopped properly, and started later. */
  AGENT_RESTART,
  /** An order that the agent cannot read, as from a master of another version. */
  ORDER_GARBLED,
  /** An agent comes back with more or fewer resources. */
  RESIZE,
  /** A program that follows its jobs ends at once and starts again. */
  FRAMEWORK_CRASH
}
