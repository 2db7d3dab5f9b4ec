package dev.bourse.cli.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A process of a local cluster. It writes its log to standard error and one line on standard output
 * when it is ready: {@code ready} and its address or name. It ends when its standard input does.
 */
final class Component {

  private static final String READY = "ready ";
  private static final long LOG_LIMIT_BYTES = 1 << 20;

  private final String name;
  private final Path log;
  private final Process process;
  private final CompletableFuture<String> ready = new CompletableFuture<>();

  private Component(String name, Path log, Process process) {
    this.name = name;
    this.log = log;
    this.process = process;
  }

  /** Starts the process; its log is appended to this file, or replaces it when it is large. */
  static Component start(String name, List<String> command, Path log) throws IOException {
    Files.createDirectories(log.toAbsolutePath().getParent());
    boolean large = Files.exists(log) && Files.size(log) > LOG_LIMIT_BYTES;
    ProcessBuilder builder = new ProcessBuilder(Detached.command(command));
    builder.redirectError(
        large
            ? ProcessBuilder.Redirect.to(log.toFile())
            : ProcessBuilder.Redirect.appendTo(log.toFile()));
    Component component = new Component(name, log, builder.start());
    Thread reader = new Thread(component::readOutput, name + "-output");
    reader.setDaemon(true);
    reader.start();
    return component;
  }

  /** To the end, also after it is ready, so that the process never blocks on a full pipe. */
  private void readOutput() {
    try (BufferedReader output = process.inputReader()) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        if (line.startsWith(READY)) {
          ready.complete(line.substring(READY.length()));
        }
      }
    } catch (IOException e) {
      // The pipe broke because the process is gone.
    }
    ready.completeExceptionally(new IOException("the process has ended"));
  }

  /** What it says about itself when it is ready. */
  String awaitReady(Deadline deadline) throws LocalClusterException, InterruptedException {
    try {
      return ready.get(deadline.remainingNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw new LocalClusterException(
          "the %s was not ready within %s; %s".formatted(name, deadline, LogTail.of(log)), e);
    } catch (ExecutionException e) {
      throw new LocalClusterException(
          "the %s did not start; %s".formatted(name, LogTail.of(log)), e);
    }
  }

  /**
   * Whether it becomes ready; not when it ends well instead: it was told to, for good.
   *
   * @throws LocalClusterException if it fails, or is not ready in time
   */
  boolean becomesReady(Deadline deadline) throws LocalClusterException, InterruptedException {
    try {
      awaitReady(deadline);
      return true;
    } catch (LocalClusterException e) {
      // Its output has ended a little before the process does.
      if (e.getCause() instanceof ExecutionException
          && process.waitFor(deadline.remainingNanos(), TimeUnit.NANOSECONDS)
          && process.exitValue() == 0) {
        return false;
      }
      throw e;
    }
  }

  /** Completes when the process has ended, with a message about it. */
  CompletableFuture<String> ended() {
    return process
        .onExit()
        .thenApply(
            done ->
                "the %s ended with exit code %d; %s"
                    .formatted(name, done.exitValue(), LogTail.of(log)));
  }

  /** Completes when the process has failed; one that ended well may have been told to. */
  CompletableFuture<String> failed() {
    return process
        .onExit()
        .thenCompose(done -> done.exitValue() == 0 ? new CompletableFuture<>() : ended());
  }

  /** Asks it to stop. */
  void terminate() {
    process.destroy();
  }

  /** Ends it at once, like a power cut; returns when it is gone. */
  void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  /** Waits until it is gone, and kills it if it takes too long. */
  void awaitEnd(Duration limit) {
    if (!await(limit)) {
      kill();
    }
  }

  /** Whether it is gone, at the latest after some time. */
  boolean await(Duration limit) {
    try {
      return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return !process.isAlive();
    }
  }
}
