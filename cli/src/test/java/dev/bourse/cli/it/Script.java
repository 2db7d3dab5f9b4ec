package dev.bourse.cli.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The {@code ./bourse} script, or one of the examples, in a process of its own, in a folder where
 * no cluster runs.
 */
final class Script implements AutoCloseable {

  /** What was written, and the exit code. */
  record Result(int code, String out, String err) {}

  private final Path out;
  private final Path err;
  private final Process process;

  private Script(Path out, Path err, Process process) {
    this.out = out;
    this.err = err;
    this.process = process;
  }

  static Script start(Path folder, String... args) throws IOException {
    List<String> command = new ArrayList<>(List.of(inRoot("bourse").toString()));
    command.addAll(List.of(args));
    return start(folder, command);
  }

  /** A file or folder of the checkout. */
  static Path inRoot(String path) {
    return Path.of(System.getProperty("bourse.root"), path);
  }

  /** Any program. */
  static Script start(Path folder, List<String> command) throws IOException {
    Path out = Files.createTempFile(folder, "out", ".txt");
    Path err = Files.createTempFile(folder, "err", ".txt");
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().remove("BOURSE_SERVER");
    builder.environment().remove("BOURSE_HOME");
    // Maven has built it, and must not be started inside of itself.
    builder.environment().put("BOURSE_BUILD", "off");
    builder.environment().put("BOURSE_FAST_START", "off");
    return new Script(out, err, builder.start());
  }

  Result await() throws InterruptedException, IOException {
    if (!process.waitFor(2, TimeUnit.MINUTES)) {
      throw new AssertionError("still running: " + out() + err());
    }
    return new Result(process.exitValue(), out(), err());
  }

  String out() throws IOException {
    return Files.readString(out);
  }

  String err() throws IOException {
    return Files.readString(err);
  }

  /** All processes that it has started. */
  List<ProcessHandle> descendants() {
    return process.descendants().toList();
  }

  /**
   * Asks it to stop. Not with the signal of Ctrl-C, although that is handled alike: a build in the
   * background of a shell is deaf to it, and so are its children.
   */
  void terminate() {
    process.destroy();
  }

  void kill() {
    process.destroyForcibly();
  }

  @Override
  public void close() {
    kill();
  }

  /** A command that ends by itself. */
  static Result run(Path folder, String... args) throws IOException, InterruptedException {
    try (Script script = start(folder, args)) {
      return script.await();
    }
  }
}
