package dev.bourse.agent.loop;

import dev.bourse.agent.folder.PositionFile;
import dev.bourse.agent.folder.TaskFolders;
import dev.bourse.agent.logs.LogShipper;
import dev.bourse.agent.machine.AttemptKey;
import java.io.IOException;
import java.util.concurrent.Executor;
import org.jboss.logging.Logger;

/** Removes what is not needed any more, in its own time: a sandbox may be large. */
final class Janitor {

  private static final Logger LOG = Logger.getLogger(Janitor.class);

  private final TaskFolders folders;
  private final PositionFile position;
  private final LogShipper shipper;
  private final Executor executor;

  Janitor(TaskFolders folders, PositionFile position, LogShipper shipper, Executor executor) {
    this.folders = folders;
    this.position = position;
    this.shipper = shipper;
    this.executor = executor;
  }

  /** Once Kafka has its output. */
  void remove(AttemptKey key) {
    var unused = shipper.release(key).thenRunAsync(() -> removeNow(key), executor);
  }

  private void removeNow(AttemptKey key) {
    try {
      // The folder proves that its launch was carried out; without it the position must do so, also
      // after a power cut. A stopping agent has not written it.
      position.remember(key.epoch());
      folders.remove(key);
    } catch (IOException e) {
      LOG.warnf("cannot remove all of %s: %s", key, e);
    }
  }
}
