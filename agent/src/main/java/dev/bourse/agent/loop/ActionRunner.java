package dev.bourse.agent.loop;

import dev.bourse.agent.exec.ExitWatch;
import dev.bourse.agent.exec.GroupSignaler;
import dev.bourse.agent.exec.NotStartableException;
import dev.bourse.agent.exec.ProcessLauncher;
import dev.bourse.agent.folder.Checkpoint;
import dev.bourse.agent.folder.KillRecord;
import dev.bourse.agent.folder.PositionFile;
import dev.bourse.agent.folder.TaskFolder;
import dev.bourse.agent.folder.TaskFolders;
import dev.bourse.agent.logs.LogShipper;
import dev.bourse.agent.machine.Action;
import dev.bourse.agent.machine.AttemptKey;
import dev.bourse.agent.machine.Event;
import dev.bourse.topics.command.ReportStatus;
import dev.bourse.topics.order.LaunchTask;
import java.io.IOException;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Carries out actions, on the thread of the loop. Nothing here waits for anything but the disk. */
final class ActionRunner {

  private static final Logger LOG = Logger.getLogger(ActionRunner.class);

  private final TaskFolders folders;
  private final PositionFile position;
  private final String boot;
  private final ProcessLauncher launcher;
  private final ExitWatch watch;
  private final GroupSignaler signaler;
  private final LogShipper shipper;
  private final Janitor janitor;
  private final Outbox outbox;
  private final Runnable ready;
  private final Runnable stopped;
  private final Consumer<Event> events;

  ActionRunner(AgentParts parts, Janitor janitor, Runnable stopped, Consumer<Event> events) {
    this.folders = parts.folder().tasks();
    this.position = parts.folder().position();
    this.boot = parts.boot();
    this.launcher = parts.launcher();
    this.watch = parts.watch();
    this.signaler = parts.signaler();
    this.shipper = parts.shipper();
    this.outbox = parts.outbox();
    this.ready = parts.ready();
    this.janitor = janitor;
    this.stopped = stopped;
    this.events = events;
  }

  /** Carries out an action; the answer is for the machine at once, before any other event. */
  @Nullable Event run(Action action) {
    switch (action) {
      case Action.WriteCheckpoint write -> {
        return checkpoint(write);
      }
      case Action.StartProcess(LaunchTask launch) -> {
        return start(launch);
      }
      case Action.RecordKill kill -> recordKill(kill);
      case Action.SignalGroup(AttemptKey key, Action.Signal signal) ->
          signaler.signal(folders.of(key), signal);
      case Action.SaveOutcome(ReportStatus report) -> saveOutcome(report);
      case Action.DrainOutput(AttemptKey key) -> drain(key);
      case Action.Forget(AttemptKey key) -> janitor.remove(key);
      case Action.SendStatus send -> outbox.status(send.report());
      case Action.SendRegistration send -> outbox.register(send.registration());
      case Action.SendDeregistration send -> outbox.deregister(send.deregistration());
      case Action.SendHeartbeat send -> outbox.heartbeat(send.heartbeat());
      case Action.AnnounceReady() -> ready.run();
      case Action.Stopped() -> stopped.run();
    }
    return null;
  }

  /** Takes up a task that an earlier agent has started. */
  void adopt(AttemptKey key) {
    TaskFolder folder = folders.of(key);
    shipper.follow(key, folder, cap(folder));
    watch.adopt(folder, end -> events.accept(new Event.ProcessEnded(key, end)));
  }

  private Event checkpoint(Action.WriteCheckpoint write) {
    LaunchTask launch = write.launch();
    AttemptKey key = AttemptKey.of(launch);
    try {
      folders.of(key).create(new Checkpoint(launch, write.startedAt(), boot));
      return new Event.CheckpointWritten(launch);
    } catch (IOException e) {
      removeRest(key);
      remember(launch);
      return new Event.CheckpointFailed(key, "the agent cannot write to its disk: " + e);
    }
  }

  /**
   * There is no folder to prove that it was handled, so the position must: also after a power cut.
   */
  private void remember(LaunchTask launch) {
    try {
      position.remember(launch.epoch());
    } catch (IOException e) {
      LOG.errorf("%s: cannot note that it is not started: %s", launch.task(), e);
    }
  }

  private void removeRest(AttemptKey key) {
    try {
      folders.remove(key);
    } catch (IOException e) {
      LOG.errorf("cannot remove all of %s: %s", key, e);
    }
  }

  private Event start(LaunchTask launch) {
    AttemptKey key = AttemptKey.of(launch);
    TaskFolder folder = folders.of(key);
    try {
      Process supervisor = launcher.start(launch, folder);
      watch.watch(supervisor, folder, end -> events.accept(new Event.ProcessEnded(key, end)));
      shipper.follow(key, folder, launch.logCapBytes());
      return new Event.ProcessStarted(key);
    } catch (NotStartableException e) {
      return new Event.StartFailed(key, e.exitCode(), String.valueOf(e.getMessage()));
    } catch (IOException e) {
      return new Event.StartFailed(key, null, "cannot be started: " + e.getMessage());
    }
  }

  private void recordKill(Action.RecordKill kill) {
    try {
      folders.of(kill.key()).kill(new KillRecord(kill.graceMillis(), kill.requestedAt()));
    } catch (IOException e) {
      LOG.errorf("%s: cannot note that it is to end: %s", kill.key(), e);
    }
  }

  private void saveOutcome(ReportStatus report) {
    AttemptKey key = AttemptKey.of(report);
    try {
      folders.of(key).outcome(report);
    } catch (IOException e) {
      LOG.errorf("%s: cannot note how it ended: %s", key, e);
    }
  }

  private void drain(AttemptKey key) {
    TaskFolder folder = folders.of(key);
    shipper.drain(key, folder, cap(folder), () -> events.accept(new Event.OutputDrained(key)));
  }

  private static long cap(TaskFolder folder) {
    try {
      Checkpoint checkpoint = folder.checkpoint();
      return checkpoint == null ? 0 : checkpoint.launch().logCapBytes();
    } catch (IOException e) {
      return 0;
    }
  }
}
