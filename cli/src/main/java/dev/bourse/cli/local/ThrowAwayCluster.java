package dev.bourse.cli.local;

import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

/** A cluster for a single job, of which nothing is left when it is closed or the process ends. */
public final class ThrowAwayCluster implements AutoCloseable {

  private final LocalCluster cluster;
  private final Path folder;
  private final AtomicBoolean closed = new AtomicBoolean();
  private volatile boolean busy;

  private ThrowAwayCluster(LocalCluster cluster, Path folder) {
    this.cluster = cluster;
    this.folder = folder;
  }

  /** Starts a cluster and waits until it is ready. */
  public static ThrowAwayCluster start(Installation installation)
      throws LocalClusterException, InterruptedException {
    Path folder = TemporaryFolders.create();
    ThrowAwayCluster started;
    try {
      LocalClusterOptions options = LocalClusterOptions.in(folder).withTasksKilled();
      LocalCluster launched = LocalCluster.launch(options, installation);
      started = new ThrowAwayCluster(launched, folder);
    } catch (LocalClusterException | RuntimeException e) {
      TemporaryFolders.delete(folder);
      throw e;
    }
    Runtime.getRuntime().addShutdownHook(new Thread(started::close, "throw-away-cluster"));
    try {
      started.cluster.awaitReady();
      return started;
    } catch (LocalClusterException | InterruptedException | RuntimeException e) {
      started.close();
      throw e;
    }
  }

  /** The address of the REST API. */
  public URI server() {
    return cluster.server();
  }

  /** Says that from now on a task may run, which {@link #close} has to end. */
  public void jobBegins() {
    busy = true;
  }

  /** Says that nothing runs any more. */
  public void jobEnded() {
    busy = false;
  }

  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    if (!busy) {
      cluster.discard();
      TemporaryFolders.delete(folder);
    } else if (cluster.abandon()) {
      TemporaryFolders.delete(folder);
    }
  }
}
