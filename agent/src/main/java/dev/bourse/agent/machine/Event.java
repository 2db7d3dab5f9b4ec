package dev.bourse.agent.machine;

import dev.bourse.topics.order.LaunchTask;
import dev.bourse.topics.order.Order;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that happened to an agent. */
public sealed interface Event {

  /**
   * The first event: what was found on disk.
   *
   * @param lastEpoch the highest epoch among the orders that earlier runs have handled; 0 for none
   * @param attempts those whose end is not acknowledged yet
   */
  record Recovered(long lastEpoch, List<RecoveredAttempt> attempts) implements Event {

    /** Copies. */
    public Recovered {
      attempts = List.copyOf(attempts);
    }
  }

  /** The master wants something; the same order may come again. */
  record OrderReceived(Order order) implements Event {}

  /** {@link Action.WriteCheckpoint} is done. */
  record CheckpointWritten(LaunchTask launch) implements Event {}

  /** {@link Action.WriteCheckpoint} was not possible, and left nothing behind. */
  record CheckpointFailed(AttemptKey key, String message) implements Event {}

  /** {@link Action.StartProcess} is done. */
  record ProcessStarted(AttemptKey key) implements Event {}

  /**
   * {@link Action.StartProcess} was not possible.
   *
   * @param exitCode 127 when there is no such command, 126 when it cannot be run
   * @param message what is wrong, for people
   */
  record StartFailed(AttemptKey key, @Nullable Integer exitCode, String message) implements Event {}

  /** The process, and what it left in its group, is gone. */
  record ProcessEnded(AttemptKey key, ProcessEnd end) implements Event {}

  /** {@link Action.DrainOutput} is done: the producer has everything. */
  record OutputDrained(AttemptKey key) implements Event {}

  /**
   * The agent is to stop.
   *
   * @param killTasks whether to end what runs; else it goes on without the agent
   */
  record StopRequested(boolean killTasks) implements Event {}

  /** Time has passed: {@link AgentMachine#nextDue} has come. */
  record Tick() implements Event {}
}
