package dev.bourse.master.it;

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

/** The packaged master, as an operator starts it. */
final class MasterProcess implements AutoCloseable {

  private final Process process;
  private final Path errors;
  private final CompletableFuture<String> ready = new CompletableFuture<>();

  private MasterProcess(Process process, Path errors) {
    this.process = process;
    this.errors = errors;
  }

  /**
   * Starts one.
   *
   * @param errors takes its standard error
   * @param settings as properties
   */
  static MasterProcess start(Path errors, Map<String, String> settings) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(
        List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
    settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
    command.addAll(List.of("-jar", runner().toString()));
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
    MasterProcess master = new MasterProcess(builder.start(), errors);
    Thread.ofPlatform().daemon().name("master-output").start(master::readOutput);
    return master;
  }

  private static Path runner() throws IOException {
    Path target = Path.of(System.getProperty("bourse.root"), "master", "target");
    try (Stream<Path> files = Files.list(target)) {
      return files
          .filter(file -> file.toString().endsWith("-runner.jar"))
          .findFirst()
          .orElseThrow(() -> new IOException("the master is not packaged in " + target));
    }
  }

  private void readOutput() {
    try (BufferedReader output = process.inputReader()) {
      output.lines().forEach(ready::complete);
    } catch (IOException e) {
      ready.completeExceptionally(e);
    }
    ready.completeExceptionally(new IOException("the master has ended: " + errors()));
  }

  /** The line that it prints when it can be used. */
  String awaitReady() {
    return ready.orTimeout(120, TimeUnit.SECONDS).join();
  }

  private String errors() {
    try {
      return Files.readString(errors);
    } catch (IOException e) {
      return e.toString();
    }
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
