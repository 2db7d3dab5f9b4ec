package dev.bourse.core.testing;

import dev.bourse.topics.command.ReportStatus;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.order.LaunchTask;
import dev.bourse.topics.task.Reason;
import dev.bourse.topics.task.TaskExit;
import dev.bourse.topics.task.TaskState;

/** Builds what an agent reports of a launch, worded as the agent words it. */
public final class Reports {

  /** When every process starts and ends, by the clocks of agents, which nobody trusts. */
  public static final long STARTED_AT = 500;

  public static final long ENDED_AT = 700;

  private final LaunchTask launch;
  private AgentId agent;
  private long epoch;
  private long sequence = 1;

  private Reports(LaunchTask launch) {
    this.launch = launch;
    agent = launch.agent();
    epoch = launch.epoch();
  }

  /** A report, the first one unless {@link #sequence} says otherwise. */
  public static Reports of(LaunchTask launch) {
    return new Reports(launch);
  }

  public Reports sequence(long number) {
    sequence = number;
    return this;
  }

  /** As if another agent sent it. */
  public Reports from(String id) {
    agent = new AgentId(id);
    return this;
  }

  /** As if it were of another launch. */
  public Reports epoch(long number) {
    epoch = number;
    return this;
  }

  public ReportStatus running() {
    return report(TaskState.RUNNING, null, null, STARTED_AT, null);
  }

  public ReportStatus killing() {
    return report(TaskState.KILLING, null, null, STARTED_AT, null);
  }

  public ReportStatus finished() {
    return ended(TaskState.FINISHED, null, null, 0, null);
  }

  public ReportStatus failed(int exitCode) {
    return ended(TaskState.FAILED, Reason.COMMAND_ENDED, "exit code " + exitCode, exitCode, null);
  }

  public ReportStatus killed() {
    return ended(TaskState.KILLED, null, "ended by signal 15", 143, 15);
  }

  /** It could not be started, and that is the job's own fault. */
  public ReportStatus launchFailed() {
    TaskExit exit = new TaskExit(127, null, 0, ENDED_AT);
    return report(TaskState.FAILED, Reason.LAUNCH_FAILED, "not found", 0, exit);
  }

  /** It was not started, and that is the agent's fault. */
  public ReportStatus dropped() {
    TaskExit exit = TaskExit.unseen(0, ENDED_AT);
    return report(TaskState.DROPPED, Reason.CHECKPOINT_FAILED, "disk is full", 0, exit);
  }

  /** Nobody saw how it ended. */
  public ReportStatus lost() {
    TaskExit exit = TaskExit.unseen(STARTED_AT, ENDED_AT);
    return report(
        TaskState.LOST, Reason.AGENT_RESTARTED, "ended while nobody looked", STARTED_AT, exit);
  }

  private ReportStatus ended(
      TaskState state, Reason reason, String message, int exitCode, Integer signal) {
    return report(
        state, reason, message, STARTED_AT, new TaskExit(exitCode, signal, STARTED_AT, ENDED_AT));
  }

  private ReportStatus report(
      TaskState state, Reason reason, String message, long startedAt, TaskExit exit) {
    return new ReportStatus(
        agent,
        launch.task(),
        launch.attempt(),
        epoch,
        sequence,
        state,
        reason,
        message,
        startedAt,
        exit);
  }
}
