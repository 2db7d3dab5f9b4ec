package dev.bourse.agent.exec;

import dev.bourse.agent.folder.TaskFolder;
import dev.bourse.agent.machine.Action.Signal;
import java.io.IOException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Sends signals to whole process groups. The group of a command that has just been started may not
 * be there yet; the signal is then repeated until it has arrived, or the command has ended.
 */
public final class GroupSignaler {

  private static final Logger LOG = Logger.getLogger(GroupSignaler.class);
  private static final long AGAIN_MILLIS = 20;
  private static final int MAX_TRIES = 500;

  private final ScheduledExecutorService executor;

  /** With the thread that it works on. */
  public GroupSignaler(ScheduledExecutorService executor) {
    this.executor = executor;
  }

  /** Sends, soon. */
  public void signal(TaskFolder folder, Signal signal) {
    executor.execute(() -> attempt(folder, signal, MAX_TRIES));
  }

  private void attempt(TaskFolder folder, Signal signal, int triesLeft) {
    try {
      if (folder.exitStatus() == null && !send(folder, signal) && triesLeft > 1) {
        var unused =
            executor.schedule(
                () -> attempt(folder, signal, triesLeft - 1), AGAIN_MILLIS, TimeUnit.MILLISECONDS);
      }
    } catch (IOException e) {
      LOG.errorf("cannot send %s to the processes of %s: %s", signal, folder.path(), e);
    }
  }

  private static boolean send(TaskFolder folder, Signal signal) throws IOException {
    Long group = folder.group();
    if (group == null) {
      return false;
    }
    String line = "kill -s " + signal + " -- -" + group;
    Process process =
        new ProcessBuilder(Tools.SHELL, "-c", line)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      return process.waitFor() == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
