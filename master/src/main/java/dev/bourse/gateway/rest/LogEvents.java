package dev.bourse.gateway.rest;

import dev.bourse.gateway.log.LogSink;
import dev.bourse.topics.job.JobState;
import dev.bourse.topics.log.LogChunk;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The output of a task as server-sent events. */
final class LogEvents implements LogSink {

  private final EventStream events;

  LogEvents(EventStream events) {
    this.events = events;
  }

  @Override
  public void chunk(LogChunk chunk) throws IOException {
    if (chunk.bytes().length > 0) {
      events.send(chunk.stream().text(), Output.of(chunk));
    }
    if (chunk.end()) {
      events.send("end", new End(chunk.attempt(), chunk.stream().text(), chunk.dropped()));
    }
  }

  @Override
  public void keepAlive() throws IOException {
    events.keepAlive();
  }

  @Override
  public void done(JobState state) throws IOException {
    events.send("done", new Done(state.name()));
  }

  @Override
  public boolean isClosed() {
    return events.isClosed();
  }

  /** Text where the bytes are UTF-8 on their own; a cut through a character makes them base64. */
  record Output(int attempt, long position, @Nullable String text, @Nullable String base64) {

    static Output of(LogChunk chunk) {
      try {
        String text =
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(chunk.bytes())).toString();
        return new Output(chunk.attempt(), chunk.position(), text, null);
      } catch (CharacterCodingException e) {
        String base64 = Base64.getEncoder().encodeToString(chunk.bytes());
        return new Output(chunk.attempt(), chunk.position(), null, base64);
      }
    }
  }

  /** The end of a stream. */
  record End(int attempt, String stream, long dropped) {}

  /** The end of everything. */
  record Done(String state) {}
}
