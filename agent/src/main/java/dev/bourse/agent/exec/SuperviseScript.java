package dev.bourse.agent.exec;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The script that watches a task. */
public final class SuperviseScript {

  private static final String NAME = "supervise.sh";

  private SuperviseScript() {}

  /**
   * Puts it into a folder. A shell reads its script piece by piece, so one that is in use is
   * replaced and not written over.
   *
   * @return where it is
   */
  public static Path install(Path folder) throws IOException {
    Path next = folder.resolve(NAME + ".tmp");
    try (InputStream script =
        Thread.currentThread().getContextClassLoader().getResourceAsStream(NAME)) {
      if (script == null) {
        throw new IOException(NAME + " is missing in this build of the agent");
      }
      Files.copy(script, next, StandardCopyOption.REPLACE_EXISTING);
    }
    return Files.move(
        next,
        folder.resolve(NAME),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }
}
