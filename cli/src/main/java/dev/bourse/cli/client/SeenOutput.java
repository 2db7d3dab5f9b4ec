package dev.bourse.cli.client;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Remembers how much of each stream has been passed on, so that nothing is passed on twice. */
final class SeenOutput {

  private record Key(int attempt, String stream) {}

  private final Map<Key, Long> ends = new HashMap<>();
  private final Set<Key> ended = new HashSet<>();

  /** What is new in a piece that starts at this position; empty if nothing is. */
  byte[] unseen(int attempt, String stream, long position, byte[] bytes) {
    Key key = new Key(attempt, stream);
    long seen = ends.getOrDefault(key, 0L);
    long end = position + bytes.length;
    if (end <= seen) {
      return new byte[0];
    }
    ends.put(key, end);
    return position >= seen
        ? bytes
        : Arrays.copyOfRange(bytes, (int) (seen - position), bytes.length);
  }

  /** Whether the end of this stream is new. */
  boolean isFirstEnd(int attempt, String stream) {
    return ended.add(new Key(attempt, stream));
  }
}
