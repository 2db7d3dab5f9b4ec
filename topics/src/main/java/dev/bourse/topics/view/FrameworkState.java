package dev.bourse.topics.view;

/** Where a framework stands with the master. */
public enum FrameworkState {
  /** It has a session, and is offered resources. */
  CONNECTED,
  /** It has no session; its tasks go on until its failover timeout. */
  DISCONNECTED,
  /** It is over: torn down, or away for longer than its failover timeout. Its id is retired. */
  REMOVED
}
