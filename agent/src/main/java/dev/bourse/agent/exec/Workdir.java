package dev.bourse.agent.exec;

import dev.bourse.agent.folder.TaskFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where a task starts. */
final class Workdir {

  private Workdir() {}

  /**
   * The sandbox by default; a relative path lies in the sandbox and is made; an absolute one must
   * exist.
   *
   * @throws NotStartableException when it is no directory
   */
  static Path of(@Nullable String workdir, TaskFolder folder)
      throws NotStartableException, IOException {
    if (workdir == null) {
      return folder.work();
    }
    try {
      Path path = folder.work().resolve(workdir).normalize();
      if (!Path.of(workdir).isAbsolute()) {
        if (!path.startsWith(folder.work())) {
          throw NotStartableException.because("workdir: leaves the sandbox: " + workdir);
        }
        return Files.createDirectories(path);
      }
      if (!Files.isDirectory(path)) {
        throw NotStartableException.because("workdir: no such directory: " + workdir);
      }
      return path;
    } catch (InvalidPathException e) {
      throw NotStartableException.because("workdir: no such directory: " + workdir);
    }
  }
}
