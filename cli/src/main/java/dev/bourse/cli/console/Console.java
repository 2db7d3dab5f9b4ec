package dev.bourse.cli.console;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds a command.
 *
 * @param in standard input
 * @param out standard output, unbuffered
 * @param err standard error, unbuffered
 * @param interactive whether a person sits in front of standard error
 * @param environment variables
 * @param directory the working directory
 * @param clock for ages
 */
public record Console(
    InputStream in,
    OutputStream out,
    OutputStream err,
    boolean interactive,
    Map<String, String> environment,
    Path directory,
    Clock clock) {

  /** Set by the {@code bourse} script, which can tell: whether standard error is a terminal. */
  private static final String TERMINAL = "bourse.terminal";

  /** Copies. */
  public Console {
    environment = Map.copyOf(environment);
  }

  /** That of this process. */
  public static Console ofProcess() {
    return new Console(
        new FileInputStream(FileDescriptor.in),
        new FileOutputStream(FileDescriptor.out),
        new FileOutputStream(FileDescriptor.err),
        Boolean.getBoolean(TERMINAL),
        System.getenv(),
        Path.of("").toAbsolutePath(),
        Clock.systemUTC());
  }

  /** An environment variable, or null when it is not set or empty. */
  public @Nullable String variable(String name) {
    String value = environment.get(name);
    return value == null || value.isEmpty() ? null : value;
  }
}
