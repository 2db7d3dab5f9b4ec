package dev.bourse.cli.fake;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Answers requests with what a test prepared. Answers for the same request are given in order; the
 * last one stays.
 */
public final class FakeServer implements AutoCloseable {

  /** What came in. */
  public record Request(String method, String path, String query, String body) {}

  private record Answer(int status, String type, String body) {}

  private static final String JSON = "application/json";
  private static final String PROBLEM = "application/problem+json";
  private static final String EVENTS = "text/event-stream";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Deque<Answer>> answers = new ConcurrentHashMap<>();
  private final List<Request> requests = new ArrayList<>();

  public FakeServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** For a request like {@code GET /v1/jobs/a}. */
  public FakeServer answer(String request, int status, String json) {
    return add(request, new Answer(status, JSON, json));
  }

  public FakeServer problem(String request, int status, String json) {
    return add(request, new Answer(status, PROBLEM, json));
  }

  /** Events as they are on the wire; the connection is closed after them. */
  public FakeServer events(String request, String text) {
    return add(request, new Answer(200, EVENTS, text));
  }

  /** All that came in so far. */
  public List<Request> requests() {
    synchronized (requests) {
      return List.copyOf(requests);
    }
  }

  /** The only request like {@code POST /v1/jobs}. */
  public Request request(String request) {
    List<Request> found =
        requests().stream().filter(r -> request.equals(r.method() + " " + r.path())).toList();
    if (found.size() != 1) {
      throw new AssertionError(request + ": " + found.size() + " times in " + requests());
    }
    return found.getFirst();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private FakeServer add(String request, Answer answer) {
    answers.computeIfAbsent(request, key -> new ArrayDeque<>()).add(answer);
    return this;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String method = exchange.getRequestMethod();
      String path = exchange.getRequestURI().getPath();
      String query = exchange.getRequestURI().getQuery();
      byte[] body = exchange.getRequestBody().readAllBytes();
      synchronized (requests) {
        requests.add(
            new Request(
                method,
                path,
                query == null ? "" : query,
                new String(body, StandardCharsets.UTF_8)));
      }
      send(exchange, next(method + " " + path));
    }
  }

  private Answer next(String request) {
    Deque<Answer> prepared = answers.get(request);
    if (prepared == null) {
      return new Answer(
          404, PROBLEM, "{\"title\":\"Not Found\",\"detail\":\"no " + request + "\"}");
    }
    synchronized (prepared) {
      return prepared.size() > 1 ? prepared.remove() : prepared.getFirst();
    }
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", answer.type());
    exchange.sendResponseHeaders(answer.status(), answer.type().equals(EVENTS) ? 0 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
