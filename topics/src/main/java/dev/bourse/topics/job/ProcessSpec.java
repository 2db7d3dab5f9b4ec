package dev.bourse.topics.job;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The process to start.
 *
 * @param argv program and arguments, at least one; a {@code shell} line is {@code /bin/sh -c LINE}
 * @param env added to the agent's own small environment
 * @param workdir where it starts; null for the sandbox
 * @param user the account it runs as; null for the agent's task user
 * @param stdin what it reads from standard input; null for nothing
 */
public record ProcessSpec(
    List<String> argv,
    SortedMap<String, String> env,
    @Nullable String workdir,
    @Nullable String user,
    @Nullable String stdin) {

  /** Checks and copies. */
  public ProcessSpec {
    argv = List.copyOf(argv);
    if (argv.isEmpty()) {
      throw new IllegalArgumentException("argv: is empty, but must name a program");
    }
    env = Collections.unmodifiableSortedMap(new TreeMap<>(env));
  }

  /** A process with nothing but its command line. */
  public static ProcessSpec of(List<String> argv) {
    return new ProcessSpec(argv, new TreeMap<>(Map.of()), null, null, null);
  }
}
