package dev.bourse.agent.folder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Small files that only the agent may read. */
final class SmallFile {

  private static final FileAttribute<Set<PosixFilePermission>> PRIVATE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  private static final Set<StandardOpenOption> CREATE =
      Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  private static final Set<StandardOpenOption> CREATE_OR_REPLACE =
      Set.of(
          StandardOpenOption.CREATE,
          StandardOpenOption.WRITE,
          StandardOpenOption.TRUNCATE_EXISTING);

  private SmallFile() {}

  /** An empty one. */
  static void create(Path file) throws IOException {
    Files.createFile(file, PRIVATE);
  }

  /** Survives the end of this process, but not a power cut. */
  static void write(Path file, byte[] content) throws IOException {
    Path next = file.resolveSibling(file.getFileName() + ".tmp");
    try (FileChannel channel = FileChannel.open(next, CREATE_OR_REPLACE, PRIVATE)) {
      writeFully(channel, content);
    }
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * Survives a power cut. Not atomic: a reader must take a file that ends too early for one that is
   * not there. One sync is enough because the file is new: its entry in the folder is written with
   * it.
   */
  static void createDurably(Path file, byte[] content) throws IOException {
    try (FileChannel channel = FileChannel.open(file, CREATE, PRIVATE)) {
      writeFully(channel, content);
      channel.force(true);
    }
  }

  private static void writeFully(FileChannel channel, byte[] content) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(content);
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }
}
