package dev.bourse.agent.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A process that cannot be taken for another one that got the same number later.
 *
 * @param pid its number
 * @param startTicks when it started, in clock ticks since boot
 */
public record ProcessStat(long pid, long startTicks) {

  /** Field 22 of the line; two fields stand before the state, the first after the name. */
  private static final int START_TIME = 22 - 3;

  private static final int STATE = 0;

  /** Reads a line of {@code /proc/PID/stat}; null when it is none. */
  public static @Nullable ProcessStat parse(String line) {
    List<String> fields = fieldsAfterName(line);
    int space = line.indexOf(' ');
    if (space < 0 || fields.size() <= START_TIME) {
      return null;
    }
    try {
      return new ProcessStat(
          Long.parseLong(line.substring(0, space)), Long.parseLong(fields.get(START_TIME)));
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** Whether this very process is there and has not ended. */
  public boolean isAlive() {
    try {
      String line = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      String state = fieldsAfterName(line).get(STATE);
      return equals(parse(line)) && !state.equals("Z") && !state.equals("X");
    } catch (IOException e) {
      return false;
    }
  }

  /** The name may hold spaces and parentheses of its own. */
  private static List<String> fieldsAfterName(String line) {
    int nameEnd = line.lastIndexOf(") ");
    return nameEnd < 0 ? List.of() : List.of(line.substring(nameEnd + 2).strip().split(" "));
  }
}
