package dev.bourse.cli.fake;

import dev.bourse.cli.Bourse;
import dev.bourse.cli.console.Console;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/** Runs the command in this JVM, in surroundings that a test chooses. */
public final class Cli {

  /** What was written, and the exit code. */
  public record Result(int code, String out, String err) {}

  public static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  private final Path directory;
  private final Map<String, String> environment = new HashMap<>();
  private byte[] input = new byte[0];
  private boolean interactive;
  private Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);

  public Cli(Path directory) {
    this.directory = directory;
  }

  public Cli env(String name, String value) {
    environment.put(name, value);
    return this;
  }

  public Cli input(String text) {
    input = text.getBytes(StandardCharsets.UTF_8);
    return this;
  }

  public Cli interactive() {
    interactive = true;
    return this;
  }

  public Cli realTime() {
    clock = Clock.systemUTC();
    return this;
  }

  public Result run(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    InputStream in = new ByteArrayInputStream(input);
    int code =
        Bourse.run(new Console(in, out, err, interactive, environment, directory, clock), args);
    return new Result(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
