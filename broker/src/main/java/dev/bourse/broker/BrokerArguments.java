package dev.bourse.broker;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The command line of {@link BrokerMain}.
 *
 * @param directory where the broker keeps its data and its {@code server.properties}
 * @param port for clients; 0 to take a free one
 * @param followStdin whether to stop when standard input ends, i.e. when the parent is gone
 */
record BrokerArguments(Path directory, int port, boolean followStdin) {

  static final String USAGE = "usage: BrokerMain --dir DIR [--port PORT] [--follow-stdin]";

  private static final int MAX_PORT = 65_535;

  static BrokerArguments parse(String... args) {
    @Nullable Path directory = null;
    int port = 0;
    boolean followStdin = false;
    for (int i = 0; i < args.length; i++) {
      switch (args[i]) {
        case "--dir" -> directory = Path.of(valueOf(args, ++i)).toAbsolutePath().normalize();
        case "--port" -> port = parsePort(valueOf(args, ++i));
        case "--follow-stdin" -> followStdin = true;
        default -> throw new IllegalArgumentException("unknown argument: " + args[i]);
      }
    }
    if (directory == null) {
      throw new IllegalArgumentException("--dir is missing");
    }
    return new BrokerArguments(directory, port, followStdin);
  }

  private static String valueOf(String[] args, int index) {
    if (index >= args.length) {
      throw new IllegalArgumentException("no value after " + args[index - 1]);
    }
    return args[index];
  }

  private static int parsePort(String text) {
    try {
      int port = Integer.parseInt(text);
      if (port >= 0 && port <= MAX_PORT) {
        return port;
      }
    } catch (NumberFormatException notANumber) {
      // reported below, like a number out of range
    }
    throw new IllegalArgumentException("not a port (0 to " + MAX_PORT + "): " + text);
  }
}
