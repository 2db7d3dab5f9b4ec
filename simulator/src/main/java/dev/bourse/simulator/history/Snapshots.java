package dev.bourse.simulator.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The snapshots of one cell in a folder, named after their step. */
public final class Snapshots {

  private static final String PREFIX = "step-";
  private static final String SUFFIX = ".snapshot";
  private static final int DIGITS = 19;

  private final Path folder;

  /** In a folder, which is made by the first one that is written. */
  public Snapshots(Path folder) {
    this.folder = folder;
  }

  /** Where the state after a step is, or will be. */
  public Path file(long sequence) {
    String number = Long.toString(sequence);
    return folder.resolve(PREFIX + "0".repeat(DIGITS - number.length()) + number + SUFFIX);
  }

  /** The newest, or null. */
  public @Nullable Snapshot newest() {
    return newest(Long.MAX_VALUE);
  }

  /** The newest of those that are not after a step, or null. */
  public @Nullable Snapshot newest(long sequence) {
    List<Path> files = files();
    for (Path file : files.reversed()) {
      if (sequence(file) <= sequence) {
        return Snapshot.read(file);
      }
    }
    return null;
  }

  /** The newest that was not made after a time, or null. */
  public @Nullable Snapshot before(long time) {
    for (Path file : files().reversed()) {
      Snapshot snapshot = Snapshot.read(file);
      if (snapshot.tables().cell().time() <= time) {
        return snapshot;
      }
    }
    return null;
  }

  /** Removes all but the newest. */
  public void keep(int count) throws IOException {
    List<Path> files = files();
    for (Path file : files.subList(0, Math.max(0, files.size() - count))) {
      Files.deleteIfExists(file);
    }
  }

  /** Makes the folder. */
  public void create() throws IOException {
    Files.createDirectories(folder);
  }

  private List<Path> files() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> sequence(file) >= 0).sorted().toList();
    } catch (IOException e) {
      throw new HistoryException(folder + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private static long sequence(Path file) {
    String name = file.getFileName().toString();
    if (!name.startsWith(PREFIX)
        || !name.endsWith(SUFFIX)
        || name.length() != PREFIX.length() + DIGITS + SUFFIX.length()) {
      return -1;
    }
    try {
      return Long.parseLong(name.substring(PREFIX.length(), PREFIX.length() + DIGITS));
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
