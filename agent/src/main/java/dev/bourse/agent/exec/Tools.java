package dev.bourse.agent.exec;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The programs of the machine that an agent needs, by their full paths: the environment of a job
 * must not decide which ones are run on its behalf.
 *
 * @param setsid makes a session and process group of its own
 * @param setpriv changes the user; null when there is none
 */
public record Tools(Path setsid, @Nullable Path setpriv) {

  static final String SHELL = "/bin/sh";

  private static final List<String> PLACES = List.of("/usr/bin", "/bin", "/usr/sbin", "/sbin");

  /**
   * Looks for them.
   *
   * @throws IllegalStateException when one is missing that an agent cannot do without
   */
  public static Tools find() {
    Path setsid = find("setsid");
    if (setsid == null) {
      throw new IllegalStateException(
          "setsid: not found in " + String.join(", ", PLACES) + "; install util-linux");
    }
    return new Tools(setsid, find("setpriv"));
  }

  private static @Nullable Path find(String name) {
    for (String place : PLACES) {
      Path path = Path.of(place, name);
      if (Files.isExecutable(path)) {
        return path;
      }
    }
    return null;
  }
}
