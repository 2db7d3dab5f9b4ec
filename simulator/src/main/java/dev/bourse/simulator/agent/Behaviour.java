package dev.bourse.simulator.agent;

import dev.bourse.topics.order.LaunchTask;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What a simulated command does. A command line of the form {@code sim MILLIS EXITS ONTERM} says
 * it: how long it runs, with which codes its attempts end (the last one counts for all that
 * follow), and what it does when it is told to end. Any other command ends at once with 0.
 *
 * @param millis how long it runs
 * @param status with which it ends
 * @param onTerm what it does when it is told to end
 */
public record Behaviour(long millis, int status, OnTerm onTerm) {

  private static final String NAME = "sim";
  private static final int WORDS = 4;

  /** What a command does when it is told to end. */
  public enum OnTerm {
    /** It ends by the signal. */
    END,
    /** It tidies up and ends with 0. */
    TIDY,
    /** It goes on. */
    IGNORE
  }

  /** It runs for so long and ends with 0. */
  public static Behaviour succeedsAfter(Duration duration) {
    return failsAfter(duration, 0);
  }

  /** It runs for so long and ends with this code, 0 to 255. */
  public static Behaviour failsAfter(Duration duration, int exitCode) {
    return new Behaviour(duration.toMillis(), exitCode, OnTerm.END);
  }

  /** The same, but it does something else when it is told to end. */
  public Behaviour onTerm(OnTerm other) {
    return new Behaviour(millis, status, other);
  }

  /** The command line for this behaviour. */
  public static List<String> argv(long millis, List<Integer> exits, OnTerm onTerm) {
    List<String> words = new ArrayList<>();
    exits.forEach(exit -> words.add(exit.toString()));
    return List.of(NAME, Long.toString(millis), String.join(",", words), onTerm.name());
  }

  /** What the command of a launch does in this attempt. */
  public static Behaviour of(LaunchTask launch) {
    List<String> argv = launch.process().argv();
    if (argv.size() != WORDS || !argv.getFirst().equals(NAME)) {
      return new Behaviour(0, 0, OnTerm.END);
    }
    String[] exits = argv.get(2).split(",", -1);
    int index = Math.min(launch.attempt(), exits.length) - 1;
    return new Behaviour(
        Long.parseLong(argv.get(1)),
        Integer.parseInt(exits[index]),
        OnTerm.valueOf(argv.getLast()));
  }
}
