package dev.bourse.agent.logs;

import dev.bourse.agent.machine.AttemptKey;
import dev.bourse.topics.log.LogChunk;
import dev.bourse.topics.log.LogStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * One output file and how much of it has been sent. A piece that Kafka did not take is sent again,
 * and all after it, so that nothing is missing; readers drop what comes twice by its position. Used
 * by one thread; only the answers of the sender come on others.
 */
final class StreamTail {

  /** What one stream may send in one pass, so that a flood does not keep others waiting. */
  private static final int CHUNKS_IN_PASS = 8;

  /** Between a piece that was not taken and the next try. */
  private static final long PAUSE_MILLIS = 1_000;

  private final AttemptKey key;
  private final LogStream stream;
  private final Path file;
  private final long cap;
  private final AtomicLong acked;
  private final AtomicBoolean failed = new AtomicBoolean();
  private final AtomicBoolean endAcked = new AtomicBoolean();
  private @Nullable FileChannel channel;
  private long sent;
  private boolean endSent;
  private long pausedUntil;

  /**
   * A tail.
   *
   * @param cap bytes that are sent; the rest is only counted
   * @param position bytes that Kafka has already
   */
  StreamTail(AttemptKey key, LogStream stream, Path file, long cap, long position) {
    this.key = key;
    this.stream = stream;
    this.file = file;
    this.cap = cap;
    this.sent = position;
    this.acked = new AtomicLong(position);
  }

  /**
   * Sends what is new.
   *
   * @param last whether the file will not grow any more
   * @param window how many pieces may be under way
   * @return whether anything was sent
   */
  boolean ship(boolean last, ChunkSender sender, Semaphore window, long now) throws IOException {
    if (failed.getAndSet(false)) {
      sent = acked.get();
      endSent = false;
      pausedUntil = now + PAUSE_MILLIS;
    }
    if (now < pausedUntil) {
      return false;
    }
    long size = size();
    long limit = Math.min(size, cap);
    boolean active = false;
    for (int i = 0; i < CHUNKS_IN_PASS && sent < limit && window.tryAcquire(); i++) {
      byte[] piece = read(limit, last);
      if (piece.length == 0) {
        window.release();
        break;
      }
      send(piece, false, 0, sender, window);
      active = true;
    }
    if (last && sent >= limit && !endSent && window.tryAcquire()) {
      endSent = true;
      send(new byte[0], true, Math.max(0, size - cap), sender, window);
      active = true;
    }
    return active;
  }

  private void send(byte[] bytes, boolean end, long dropped, ChunkSender sender, Semaphore window) {
    long position = sent;
    sent += bytes.length;
    var unused =
        sender
            .send(
                new LogChunk(
                    key.task(), key.attempt(), key.epoch(), stream, position, bytes, end, dropped))
            .whenComplete(
                (done, problem) -> {
                  window.release();
                  answer(position, bytes.length, end, problem == null);
                });
  }

  private void answer(long position, int length, boolean end, boolean taken) {
    if (!taken || !acked.compareAndSet(position, position + length)) {
      failed.set(true);
    } else if (end) {
      endAcked.set(true);
    }
  }

  private long size() throws IOException {
    if (channel == null) {
      try {
        channel = FileChannel.open(file, StandardOpenOption.READ);
      } catch (NoSuchFileException e) {
        return 0;
      }
    }
    return channel.size();
  }

  private byte[] read(long limit, boolean last) throws IOException {
    int length = (int) Math.min(LogChunk.MAX_BYTES, limit - sent);
    ByteBuffer buffer = ByteBuffer.allocate(length);
    if (channel != null) {
      channel.read(buffer, sent);
    }
    buffer.flip();
    boolean rest = sent + buffer.limit() >= limit;
    int whole = last && rest ? buffer.limit() : Utf8.wholeCharacters(buffer);
    byte[] bytes = new byte[whole];
    buffer.get(bytes);
    return bytes;
  }

  /** Whether the sender has everything; Kafka need not. */
  boolean isEndSent() {
    return endSent;
  }

  /** Whether Kafka has everything. */
  boolean isEndAcked() {
    return endAcked.get();
  }

  /** Bytes that Kafka has. */
  long acked() {
    return acked.get();
  }

  void close() throws IOException {
    if (channel != null) {
      channel.close();
    }
  }
}
