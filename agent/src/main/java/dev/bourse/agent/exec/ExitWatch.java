package dev.bourse.agent.exec;

import dev.bourse.agent.folder.ProcessStat;
import dev.bourse.agent.folder.TaskFolder;
import dev.bourse.agent.machine.ProcessEnd;
import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Notices that a task has ended, whether its supervisor is a child of this process or of an earlier
 * agent.
 */
public final class ExitWatch {

  private static final Logger LOG = Logger.getLogger(ExitWatch.class);
  private static final long POLL_MILLIS = 50;

  /** How long a supervisor that has made its claim may take to write who it is. */
  private static final long START_LIMIT_MILLIS = 10_000;

  private final ScheduledExecutorService executor;
  private final Clock clock;

  /** With the thread that it works on. */
  public ExitWatch(ScheduledExecutorService executor, Clock clock) {
    this.executor = executor;
    this.clock = clock;
  }

  /** Calls back once, when this supervisor, a child of this process, has ended. */
  public void watch(Process supervisor, TaskFolder folder, Consumer<ProcessEnd> listener) {
    var unused = supervisor.onExit().thenRun(() -> listener.accept(end(folder)));
  }

  /** Calls back once, when the task of an earlier agent has ended. */
  public void adopt(TaskFolder folder, Consumer<ProcessEnd> listener) {
    poll(folder, listener, clock.millis() + START_LIMIT_MILLIS);
  }

  /** How a task ended whose supervisor is gone. */
  public ProcessEnd end(TaskFolder folder) {
    try {
      Integer status = folder.exitStatus();
      if (status != null) {
        return ProcessEnd.seen(status, folder.exitedAt());
      }
    } catch (IOException | NumberFormatException e) {
      LOG.errorf("cannot read how the task of %s ended: %s", folder.path(), e);
    }
    return ProcessEnd.unseen(
        clock.millis(), "the supervisor of the command is gone and has left no exit code");
  }

  private void poll(TaskFolder folder, Consumer<ProcessEnd> listener, long startLimit) {
    if (isOver(folder, startLimit)) {
      listener.accept(end(folder));
      return;
    }
    var unused =
        executor.schedule(
            () -> poll(folder, listener, startLimit), POLL_MILLIS, TimeUnit.MILLISECONDS);
  }

  private boolean isOver(TaskFolder folder, long startLimit) {
    try {
      if (folder.exitStatus() != null) {
        return true;
      }
      @Nullable ProcessStat supervisor = folder.supervisor();
      return supervisor == null ? clock.millis() > startLimit : !supervisor.isAlive();
    } catch (IOException | NumberFormatException e) {
      LOG.warnf("cannot look after the task of %s: %s", folder.path(), e);
      return false;
    }
  }
}
