package dev.bourse.gateway.log;

import dev.bourse.topics.job.JobState;
import dev.bourse.topics.log.LogChunk;
import java.io.IOException;

/**
 * Takes the output of a task. Every method returns when the client has been given it, so that a
 * slow client slows the reading down, and throws when the client is gone.
 */
public interface LogSink {

  /** A piece of output, and the end of its stream when it is the last one. */
  void chunk(LogChunk chunk) throws IOException;

  /** Nothing happened for a while. */
  void keepAlive() throws IOException;

  /** There is no more. */
  void done(JobState state) throws IOException;

  /** Whether the client is gone. */
  boolean isClosed();
}
