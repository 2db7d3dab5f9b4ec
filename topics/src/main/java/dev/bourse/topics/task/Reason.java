package dev.bourse.topics.task;

/** Why an attempt is in its state, where the state alone does not say it. */
public enum Reason {
  /** The process ended by itself. */
  COMMAND_ENDED(false),
  /** The command could not be started: not found, no permission, bad user or directory. */
  LAUNCH_FAILED(false),
  /** The attempt ran longer than the job's {@code timeout}. */
  MAX_COMPLETION_TIME_REACHED(false),
  /** Somebody asked for it. */
  CANCELLED(false),
  /** The agent's machine or the agent's state was started anew. */
  AGENT_RESTARTED(true),
  /** The agent stayed away for too long, or said goodbye. */
  AGENT_REMOVED(true),
  /** The agent lost contact. */
  AGENT_UNREACHABLE(true),
  /** The agent could not write its checkpoint, so it started nothing. */
  CHECKPOINT_FAILED(true),
  /** The launch order did not reach the agent. */
  LAUNCH_NOT_DELIVERED(true),
  /** The agent is being emptied. */
  AGENT_DRAINING(true),
  /** An operator swears that the agent is gone. */
  AGENT_REMOVED_BY_OPERATOR(true),
  /** The agent is back, and so is the task. */
  AGENT_REREGISTERED(true),
  /** Stopped for more urgent work. */
  PREEMPTED(true),
  /** Its framework is over. */
  FRAMEWORK_REMOVED(false),
  /** Another task of its group did not end well. */
  TASK_GROUP_ENDED(false),
  /** The task is not valid; the message says why. */
  TASK_INVALID(false),
  /** The task is valid, but another one of its group is not. */
  TASK_GROUP_INVALID(false),
  /** The offer is not there any more, or was never the framework's. */
  INVALID_OFFERS(false),
  /** Said because the framework asked. */
  RECONCILIATION(false);

  private final boolean clusterFault;

  Reason(boolean clusterFault) {
    this.clusterFault = clusterFault;
  }

  /** Whether the cluster is to blame: such an end does not use up one of the job's attempts. */
  public boolean isClusterFault() {
    return clusterFault;
  }
}
