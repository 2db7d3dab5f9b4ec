package dev.bourse.simulator.agent;

import dev.bourse.topics.command.ReportStatus;
import dev.bourse.topics.order.LaunchTask;
import org.jspecify.annotations.Nullable;

/** What a machine's disk has of one attempt: the files of the agent's task folder. */
final class SimFolder {

  /** Null for an attempt that is known only by its outcome. */
  @Nullable LaunchTask launch;

  long startedAt;
  int boot;

  /** Who has decided whether the command runs. */
  boolean claimedByAgent;

  boolean claimedBySupervisor;
  @Nullable Integer exit;
  long exitedAt;
  @Nullable Long killRequestedAt;
  long killGraceMillis;
  @Nullable ReportStatus outcome;

  /** Whether the agent decides that the command will not run. */
  boolean claim() {
    if (claimedBySupervisor) {
      return false;
    }
    claimedByAgent = true;
    return true;
  }
}
