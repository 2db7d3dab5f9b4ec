package dev.bourse.cli.client;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Requests to one server. */
final class Http {

  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
  private static final int FIRST_ERROR = 400;

  private final URI server;

  Http(URI server) {
    this.server = server;
  }

  /** The status and the body of an answer that is not an error. */
  record Answer(int status, String body) {}

  /**
   * Sends a request and reads the whole answer.
   *
   * @param limit for the answer
   */
  Answer send(String method, String path, byte @Nullable [] body, Duration limit)
      throws ClientException {
    try {
      HttpURLConnection connection = connect(method, path, limit);
      connection.setRequestProperty("Accept", "application/json");
      if (body != null) {
        write(connection, body);
      }
      int status = check(connection);
      try (InputStream input = connection.getInputStream()) {
        return new Answer(status, new String(input.readAllBytes(), StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UnreachableException(server, e);
    }
  }

  /**
   * Opens a stream of events.
   *
   * @param silence the longest pause in it
   */
  EventStream open(String path, Duration silence) throws ClientException {
    try {
      HttpURLConnection connection = connect("GET", path, silence);
      connection.setRequestProperty("Accept", "text/event-stream");
      check(connection);
      return new EventStream(server, connection.getInputStream(), connection::disconnect);
    } catch (IOException e) {
      throw new UnreachableException(server, e);
    }
  }

  private HttpURLConnection connect(String method, String path, Duration limit) throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection) URI.create(server + path).toURL().openConnection();
    connection.setRequestMethod(method);
    connection.setConnectTimeout((int) CONNECT_LIMIT.toMillis());
    connection.setReadTimeout((int) limit.toMillis());
    connection.setUseCaches(false);
    return connection;
  }

  private static void write(HttpURLConnection connection, byte[] body) throws IOException {
    connection.setDoOutput(true);
    connection.setRequestProperty("Content-Type", "application/json");
    connection.setFixedLengthStreamingMode(body.length);
    try (var output = connection.getOutputStream()) {
      output.write(body);
    }
  }

  private static int check(HttpURLConnection connection) throws IOException, ProblemException {
    int status = connection.getResponseCode();
    if (status < FIRST_ERROR) {
      return status;
    }
    try (InputStream input = connection.getErrorStream()) {
      String body = input == null ? "" : new String(input.readAllBytes(), StandardCharsets.UTF_8);
      throw ProblemException.of(status, String.valueOf(connection.getResponseMessage()), body);
    }
  }
}
