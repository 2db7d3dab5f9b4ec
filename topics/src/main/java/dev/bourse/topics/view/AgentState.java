package dev.bourse.topics.view;

/** Where an agent stands with the master. */
public enum AgentState {
  /** It counts, and gets work. */
  REGISTERED,
  /** It has not been heard of for too long; its tasks may well run. */
  UNREACHABLE,
  /** It said goodbye, or stayed away for good; none of its tasks counts any more. */
  GONE
}
