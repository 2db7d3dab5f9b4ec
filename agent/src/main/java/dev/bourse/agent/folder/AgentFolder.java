package dev.bourse.agent.folder;

import dev.bourse.topics.codec.InvalidRecordException;
import dev.bourse.topics.codec.RecordCodec;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The folder of one agent, locked while it is open:
 *
 * <pre>
 *   lock            held by the agent that uses the folder, with its process id
 *   identity.json   {@link Identity}
 *   position        {@link Position}
 *   supervise.sh    watches each task
 *   tasks/          a {@link TaskFolder} for each attempt that is not forgotten
 *   trash/          what is being removed
 * </pre>
 */
public final class AgentFolder implements AutoCloseable {

  private final Path path;
  private final FileChannel lockChannel;
  private final PositionFile position;

  private AgentFolder(Path path, FileChannel lockChannel, PositionFile position) {
    this.path = path;
    this.lockChannel = lockChannel;
    this.position = position;
  }

  /**
   * Opens a folder, and makes it if it is new.
   *
   * @throws FolderException when it cannot be used, or another agent uses it
   */
  public static AgentFolder open(Path path) {
    Path folder = path.toAbsolutePath().normalize();
    try {
      Files.createDirectories(folder.resolve("tasks"));
      Files.createDirectories(folder.resolve("trash"));
      FileChannel lock = lock(folder);
      return new AgentFolder(folder, lock, PositionFile.open(folder.resolve("position")));
    } catch (IOException e) {
      throw new FolderException("bourse.agent.dir: cannot use " + folder + ": " + e);
    }
  }

  private static FileChannel lock(Path folder) throws IOException {
    Path file = folder.resolve("lock");
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    @Nullable FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      lock = null;
    }
    if (lock == null) {
      channel.close();
      throw new FolderException(
          "bourse.agent.dir: %s is in use by another agent, process %s; give each agent a folder of its own"
              .formatted(folder, Files.readString(file).strip()));
    }
    channel.truncate(0);
    channel.write(
        ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.UTF_8)));
    return channel;
  }

  /** Where it is, absolute. */
  public Path path() {
    return path;
  }

  /** How far the orders have been handled. */
  public PositionFile position() {
    return position;
  }

  /** One folder for each attempt. */
  public TaskFolders tasks() {
    return new TaskFolders(path.resolve("tasks"), path.resolve("trash"));
  }

  /** Whose folder it is; null while it is new. */
  public @Nullable Identity identity() throws IOException {
    Path file = path.resolve("identity.json");
    if (!Files.exists(file)) {
      return null;
    }
    try {
      return RecordCodec.decode(Files.readAllBytes(file), Identity.class);
    } catch (InvalidRecordException e) {
      throw new FolderException(
          file + " is damaged (" + e.getMessage() + "): start the agent with an empty folder");
    }
  }

  /** Makes a new folder somebody's: from here on the position counts. */
  public void claim(Identity identity, Position start) throws IOException {
    position.write(start);
    position.force();
    SmallFile.createDurably(path.resolve("identity.json"), RecordCodec.encode(identity));
  }

  @Override
  public void close() throws IOException {
    position.close();
    lockChannel.close();
  }
}
