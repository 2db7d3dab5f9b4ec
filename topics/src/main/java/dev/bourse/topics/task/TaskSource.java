package dev.bourse.topics.task;

/** Who says where a task stands. */
public enum TaskSource {
  /** The master, of itself. */
  MASTER,
  /** The agent. */
  AGENT,
  /** The executor. */
  EXECUTOR
}
