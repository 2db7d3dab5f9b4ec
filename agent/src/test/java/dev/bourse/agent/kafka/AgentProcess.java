package dev.bourse.agent.kafka;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The packaged agent, as an operator starts it. */
final class AgentProcess implements AutoCloseable {

  private final Process process;
  private final Path errors;
  private final CompletableFuture<String> ready = new CompletableFuture<>();

  private AgentProcess(Process process, Path errors) {
    this.process = process;
    this.errors = errors;
  }

  /**
   * Starts one.
   *
   * @param errors takes its standard error
   * @param settings as environment variables
   */
  static AgentProcess start(Path errors, Map<String, String> settings) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx192m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.addAll(List.of("-jar", runner().toString()));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()));
    builder.environment().putAll(settings);
    AgentProcess agent = new AgentProcess(builder.start(), errors);
    Thread.ofPlatform().daemon().name("agent-output").start(agent::readOutput);
    return agent;
  }

  private static Path runner() throws IOException {
    Path target = Path.of(System.getProperty("bourse.root"), "agent", "target");
    try (Stream<Path> files = Files.list(target)) {
      return files
          .filter(file -> file.toString().endsWith("-runner.jar"))
          .findFirst()
          .orElseThrow(() -> new IOException("the agent is not packaged in " + target));
    }
  }

  private void readOutput() {
    try (BufferedReader output = process.inputReader()) {
      output.lines().forEach(ready::complete);
    } catch (IOException e) {
      ready.completeExceptionally(e);
    }
    ready.completeExceptionally(new IOException("the agent has ended: " + errors()));
  }

  /** The line that it prints when it is registered. */
  String awaitReady() {
    return ready.orTimeout(60, TimeUnit.SECONDS).join();
  }

  String errors() {
    try {
      return Files.readString(errors);
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** As {@code kill -9} does. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** As an operator stops it; its exit code. */
  int stop() {
    process.destroy();
    return awaitExit();
  }

  int awaitExit() {
    return process.onExit().orTimeout(60, TimeUnit.SECONDS).join().exitValue();
  }

  @Override
  public void close() {
    kill();
  }
}
