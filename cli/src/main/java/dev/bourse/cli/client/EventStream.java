package dev.bourse.cli.client;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Events from a server, until one of the two sides has enough. */
final class EventStream implements AutoCloseable {

  private final URI server;
  private final EventReader reader;
  private final Runnable disconnect;

  EventStream(URI server, InputStream input, Runnable disconnect) {
    this.server = server;
    this.reader = new EventReader(input);
    this.disconnect = disconnect;
  }

  /** The next event, or null when the server closed the stream. */
  @Nullable Event next() throws UnreachableException {
    try {
      return reader.next();
    } catch (IOException e) {
      throw new UnreachableException(server, e);
    }
  }

  @Override
  public void close() {
    disconnect.run();
  }
}
