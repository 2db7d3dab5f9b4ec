package dev.bourse.gateway.log;

import dev.bourse.topics.log.LogChunk;
import dev.bourse.topics.log.LogStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How much of each stream of each attempt has been seen. Agents write at least once, and may cut a
 * repeated piece differently; nobody shall see a byte twice.
 */
final class Streams {

  private final Map<StreamKey, Long> next = new HashMap<>();
  private final Set<StreamKey> ended = new HashSet<>();
  private final Map<Integer, Set<LogStream>> endedOfAttempt = new HashMap<>();

  /** What is new in a piece; null when nothing is. */
  @Nullable LogChunk accept(LogChunk chunk) {
    StreamKey key = new StreamKey(chunk.epoch(), chunk.stream());
    if (ended.contains(key)) {
      return null;
    }
    LogChunk fresh = withoutSeen(chunk, next.getOrDefault(key, 0L));
    if (chunk.end()) {
      ended.add(key);
      endedOfAttempt.computeIfAbsent(chunk.attempt(), a -> new HashSet<>()).add(chunk.stream());
    }
    next.merge(key, chunk.position() + chunk.bytes().length, Math::max);
    return fresh.bytes().length == 0 && !fresh.end() ? null : fresh;
  }

  /** Whether both streams of an attempt have ended. */
  boolean haveEnded(int attempt) {
    return endedOfAttempt.getOrDefault(attempt, Set.of()).size() == LogStream.values().length;
  }

  private static LogChunk withoutSeen(LogChunk chunk, long seen) {
    long known = Math.clamp(seen - chunk.position(), 0, chunk.bytes().length);
    if (known == 0) {
      return chunk;
    }
    byte[] rest = Arrays.copyOfRange(chunk.bytes(), (int) known, chunk.bytes().length);
    return new LogChunk(
        chunk.task(),
        chunk.attempt(),
        chunk.epoch(),
        chunk.stream(),
        chunk.position() + known,
        rest,
        chunk.end(),
        chunk.dropped());
  }

  private record StreamKey(long epoch, LogStream stream) {}
}
