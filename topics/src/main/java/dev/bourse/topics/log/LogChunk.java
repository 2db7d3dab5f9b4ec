package dev.bourse.topics.log;

import dev.bourse.topics.id.TaskId;

/**
 * A piece of a task's output. On the topic the bytes are the value, as they are, and everything
 * else is in headers, so that any consumer can read along.
 *
 * @param task whose
 * @param attempt of which attempt
 * @param epoch of its launch
 * @param stream which stream
 * @param position bytes of this stream before this piece
 * @param bytes the piece; empty in the last one of a stream
 * @param end whether nothing follows in this stream
 * @param dropped bytes that the stream had beyond its cap and that were not kept; known at its end
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes of a record, passed on and compared by nobody
public record LogChunk(
    TaskId task,
    int attempt,
    long epoch,
    LogStream stream,
    long position,
    byte[] bytes,
    boolean end,
    long dropped) {

  /** Bytes of the largest piece. */
  public static final int MAX_BYTES = 64 << 10;
}
