package dev.bourse.broker;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A running {@link BrokerMain}. The broker stops with this object, and also when the JVM that
 * started it dies in whatever way. Instances are safe for use by several threads.
 */
public final class BrokerProcess implements AutoCloseable {

  /**
   * For a broker in development and tests: small heap, quick start. A class data archive or an AOT
   * cache can be added.
   */
  public static final List<String> DEFAULT_JVM_OPTIONS =
      List.of(
          "-Xmx512m",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-Xshare:auto",
          "--enable-native-access=ALL-UNNAMED");

  /** What the line starts with that the broker prints when it accepts requests. */
  static final String READY = "ready ";

  private static final Duration START_LIMIT = Duration.ofSeconds(30);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(10);
  private static final long LOG_LIMIT_BYTES = 1024 * 1024;
  private static final int LOG_LINES_IN_MESSAGE = 20;

  private final Process process;
  private final String bootstrapServers;

  private BrokerProcess(Process process, String bootstrapServers) {
    this.process = process;
    this.bootstrapServers = bootstrapServers;
  }

  /**
   * Starts a broker with the {@code java} of this JVM and waits, at most 30 seconds, until it
   * accepts requests.
   *
   * @param directory keeps the data, {@code server.properties} and {@code broker.log}; created when
   *     missing, continued when a broker has run there before
   * @param libDirectory holds the jars of the broker: {@code broker/target/lib} after a build
   * @param port for clients, on loopback; 0 to take a free one
   * @param jvmOptions usually {@link #DEFAULT_JVM_OPTIONS}
   * @throws IOException if the broker cannot be started; the message has the end of its log
   * @throws InterruptedException if interrupted while waiting; the process is gone then
   */
  public static BrokerProcess start(
      Path directory, Path libDirectory, int port, List<String> jvmOptions)
      throws IOException, InterruptedException {
    if (!Files.isDirectory(libDirectory)) {
      throw new IOException(
          "No Kafka broker in " + libDirectory + ": build it with ./mvnw -pl broker package");
    }
    Files.createDirectories(directory);
    Path log = directory.resolve("broker.log");
    Process process = launch(directory, libDirectory, port, jvmOptions, log);
    try {
      return new BrokerProcess(process, awaitReady(process, log));
    } catch (IOException | InterruptedException | RuntimeException e) {
      process.destroyForcibly();
      throw e;
    }
  }

  /** {@code HOST:PORT}, as Kafka clients want it. */
  public String bootstrapServers() {
    return bootstrapServers;
  }

  /** The process id of the broker. */
  public long pid() {
    return process.pid();
  }

  /** Whether the process is still there. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** Ends the broker at once, like a power cut; returns when the process is gone. */
  public void kill() {
    process.destroyForcibly();
    awaitExitUninterruptibly();
  }

  /** Asks the broker to stop, and kills it if it has not done so within 10 seconds. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
        kill();
      }
    } catch (InterruptedException e) {
      kill();
      Thread.currentThread().interrupt();
    }
  }

  private static Process launch(
      Path directory, Path libDirectory, int port, List<String> jvmOptions, Path log)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvmOptions);
    command.add("-cp");
    command.add(libDirectory.toAbsolutePath().resolve("*").toString());
    command.add("dev.bourse.broker.BrokerMain");
    command.addAll(List.of("--dir", directory.toString(), "--port", "" + port, "--follow-stdin"));
    boolean tooLong = Files.exists(log) && Files.size(log) > LOG_LIMIT_BYTES;
    return new ProcessBuilder(command)
        .redirectError(
            tooLong
                ? ProcessBuilder.Redirect.to(log.toFile())
                : ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start();
  }

  private static String awaitReady(Process process, Path log)
      throws IOException, InterruptedException {
    CompletableFuture<String> address = new CompletableFuture<>();
    Thread reader = new Thread(() -> readOutput(process, address), "broker-output");
    reader.setDaemon(true);
    reader.start();
    try {
      return address.get(START_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new IOException(
          "Kafka broker not ready within " + START_LIMIT.toSeconds() + " s" + endOf(log), e);
    } catch (ExecutionException e) {
      throw new IOException("Kafka broker did not start" + endOf(log), e.getCause());
    }
  }

  /**
   * Reads to the end, also after the broker is ready, so that a JVM that prints warnings never
   * blocks.
   */
  private static void readOutput(Process process, CompletableFuture<String> address) {
    try (BufferedReader output = process.inputReader()) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        if (line.startsWith(READY)) {
          address.complete(line.substring(READY.length()));
        }
      }
      address.completeExceptionally(new IOException("the process ended"));
    } catch (IOException e) {
      address.completeExceptionally(e);
    }
  }

  private static String endOf(Path log) {
    try {
      List<String> lines = Files.readAllLines(log);
      int from = Math.max(0, lines.size() - LOG_LINES_IN_MESSAGE);
      return "; the end of " + log + ":\n" + String.join("\n", lines.subList(from, lines.size()));
    } catch (IOException e) {
      return "; its log cannot be read: " + e.getMessage();
    }
  }

  private void awaitExitUninterruptibly() {
    boolean interrupted = false;
    while (process.isAlive()) {
      try {
        process.waitFor();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
