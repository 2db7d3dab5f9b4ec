package dev.bourse.cli.local;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Folders of clusters that last no longer than this process, whose number is in their name. */
final class TemporaryFolders {

  private static final String PREFIX = "bourse-run-";

  private TemporaryFolders() {}

  /** A new one. What processes that were killed have left behind is deleted first. */
  static Path create() throws LocalClusterException {
    try {
      Path folder =
          Files.createTempDirectory(PREFIX + ProcessHandle.current().pid() + "-").toRealPath();
      try (DirectoryStream<Path> others =
          Files.newDirectoryStream(folder.resolveSibling(""), PREFIX + "*")) {
        others.forEach(TemporaryFolders::deleteIfLeftBehind);
      }
      return folder;
    } catch (IOException e) {
      throw new LocalClusterException("cannot make a temporary folder: " + e.getMessage(), e);
    }
  }

  private static void deleteIfLeftBehind(Path folder) {
    String pid = folder.getFileName().toString().substring(PREFIX.length()).replaceFirst("-.*", "");
    if (pid.matches("[0-9]{1,10}") && ProcessHandle.of(Long.parseLong(pid)).isEmpty()) {
      delete(folder);
    }
  }

  /** What cannot be deleted is left to whoever tidies the folder for temporary files. */
  static void delete(Path folder) {
    try (Stream<Path> found = Files.walk(folder)) {
      found.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    } catch (IOException | UncheckedIOException e) {
      folder.toFile().deleteOnExit();
    }
  }
}
