package dev.bourse.agent.folder;

import dev.bourse.topics.codec.InvalidRecordException;
import dev.bourse.topics.codec.RecordCodec;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The file {@code position}: one line of JSON, padded to a fixed length and overwritten in place.
 * That needs no space on a full disk, is a fraction of the work of a new file for every order, and
 * is atomic because it stays in one sector. Thread-safe.
 */
public final class PositionFile implements AutoCloseable {

  private static final int LENGTH = 256;

  private final Path file;
  private final FileChannel channel;

  private PositionFile(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  static PositionFile open(Path file) throws IOException {
    return new PositionFile(
        file,
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE));
  }

  /**
   * What was saved last, or null when nothing was.
   *
   * @throws FolderException when it cannot be read
   */
  public synchronized @Nullable Position read() throws IOException {
    if (channel.size() == 0) {
      return null;
    }
    ByteBuffer buffer = ByteBuffer.allocate(LENGTH);
    channel.read(buffer, 0);
    String text = new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8);
    try {
      return RecordCodec.decode(text.strip().getBytes(StandardCharsets.UTF_8), Position.class);
    } catch (InvalidRecordException e) {
      throw new FolderException(
          file
              + " is damaged ("
              + e.getMessage()
              + "): stop what still runs from this folder, and start the agent with an empty one");
    }
  }

  /** Survives the end of this process; {@link #force} makes it survive a power cut as well. */
  public synchronized void write(Position position) throws IOException {
    byte[] json = RecordCodec.encode(position);
    byte[] line = Arrays.copyOf(json, LENGTH);
    Arrays.fill(line, json.length, LENGTH - 1, (byte) ' ');
    line[LENGTH - 1] = '\n';
    channel.write(ByteBuffer.wrap(line), 0);
  }

  /**
   * The launch of this epoch has been handled, and nothing else will prove it: not even a power cut
   * may make it forgotten.
   */
  public synchronized void remember(long epoch) throws IOException {
    Position known = read();
    if (known != null) {
      write(known.withEpoch(epoch));
      force();
    }
  }

  /** Makes what was written survive a power cut. */
  public synchronized void force() throws IOException {
    channel.force(false);
  }

  @Override
  public synchronized void close() throws IOException {
    channel.close();
  }
}
