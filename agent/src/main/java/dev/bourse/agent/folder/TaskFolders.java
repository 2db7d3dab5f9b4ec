package dev.bourse.agent.folder;

import dev.bourse.agent.machine.AttemptKey;
import dev.bourse.topics.id.TaskId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folders of all attempts that are not forgotten. */
public final class TaskFolders {

  private final Path tasks;
  private final Path trash;

  TaskFolders(Path tasks, Path trash) {
    this.tasks = tasks;
    this.trash = trash;
  }

  /** The folder of an attempt, whether it exists or not. */
  public TaskFolder of(AttemptKey key) {
    return new TaskFolder(tasks.resolve(key.toString()));
  }

  /** The attempts that have a folder, in the order of their launch. */
  public List<AttemptKey> list() throws IOException {
    List<AttemptKey> keys = new ArrayList<>();
    try (Stream<Path> found = Files.list(tasks)) {
      found.forEach(
          path -> {
            AttemptKey key = key(String.valueOf(path.getFileName()));
            if (key != null) {
              keys.add(key);
            }
          });
    }
    keys.sort(null);
    return keys;
  }

  private static @Nullable AttemptKey key(String name) {
    int epochDot = name.lastIndexOf('.');
    int attemptDot = name.lastIndexOf('.', epochDot - 1);
    if (attemptDot < 1) {
      return null;
    }
    try {
      return new AttemptKey(
          new TaskId(name.substring(0, attemptDot)),
          Integer.parseInt(name.substring(attemptDot + 1, epochDot)),
          Long.parseLong(name.substring(epochDot + 1)));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /**
   * Removes the folder of an attempt, if there is one. From the first moment on it is no longer
   * listed; what could not be removed goes with {@link #emptyTrash}.
   */
  public void remove(AttemptKey key) throws IOException {
    Path away = trash.resolve(key.toString());
    try {
      Files.move(of(key).path(), away, StandardCopyOption.ATOMIC_MOVE);
    } catch (NoSuchFileException e) {
      return;
    }
    Trees.delete(away);
  }

  /** Removes what an earlier run did not get to. */
  public void emptyTrash() throws IOException {
    List<Path> left;
    try (Stream<Path> found = Files.list(trash)) {
      left = found.toList();
    }
    for (Path path : left) {
      Trees.delete(path);
    }
  }
}
