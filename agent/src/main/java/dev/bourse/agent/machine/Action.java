package dev.bourse.agent.machine;

import dev.bourse.topics.command.DeregisterAgent;
import dev.bourse.topics.command.RegisterAgent;
import dev.bourse.topics.command.ReportStatus;
import dev.bourse.topics.liveness.Heartbeat;
import dev.bourse.topics.order.LaunchTask;

/** Something that an agent does. Actions are carried out one after the other, in their order. */
public sealed interface Action {

  /**
   * Put the launch on disk, so that it is never carried out twice. Answered by {@link
   * Event.CheckpointWritten} or {@link Event.CheckpointFailed}.
   *
   * @param startedAt when the process starts, in epoch milliseconds
   */
  record WriteCheckpoint(LaunchTask launch, long startedAt) implements Action {}

  /** Start the process. Answered by {@link Event.ProcessStarted} or {@link Event.StartFailed}. */
  record StartProcess(LaunchTask launch) implements Action {}

  /**
   * Put on disk that the end of this attempt was asked for.
   *
   * @param graceMillis between TERM and KILL
   * @param requestedAt in epoch milliseconds
   */
  record RecordKill(AttemptKey key, long graceMillis, long requestedAt) implements Action {}

  /** Send a signal to the whole process group. */
  record SignalGroup(AttemptKey key, Signal signal) implements Action {}

  /** Put the last report on disk, so that a restart repeats it word for word. */
  record SaveOutcome(ReportStatus report) implements Action {}

  /**
   * Send the rest of the output and the end of both streams. Answered by {@link
   * Event.OutputDrained}.
   */
  record DrainOutput(AttemptKey key) implements Action {}

  /** Remove everything about this attempt, also its sandbox. */
  record Forget(AttemptKey key) implements Action {}

  /** Tell the master how an attempt stands. */
  record SendStatus(ReportStatus report) implements Action {}

  /** Tell the master that the agent is there. */
  record SendRegistration(RegisterAgent registration) implements Action {}

  /** Tell the master that the agent leaves and runs nothing. */
  record SendDeregistration(DeregisterAgent deregistration) implements Action {}

  /** Give a sign of life. */
  record SendHeartbeat(Heartbeat heartbeat) implements Action {}

  /** Tell whoever started the agent that it is registered; happens once. */
  record AnnounceReady() implements Action {}

  /** The agent may stop now; happens once. */
  record Stopped() implements Action {}

  /** The signals an agent sends. */
  enum Signal {
    /** Please end. */
    TERM,
    /** End. */
    KILL
  }
}
