package dev.bourse.cli.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The requests that the commands make. Safe for use by several threads. */
public final class BourseClient {

  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(30);

  /** A server writes a comment every 15 s. */
  private static final Duration SILENCE_LIMIT = Duration.ofSeconds(45);

  private static final String JOBS = "/v1/jobs";

  private final URI server;
  private final Http http;

  /** Talks to the server of this address; connects with the first request. */
  public BourseClient(URI server) {
    this.server = server;
    this.http = new Http(server);
  }

  /** The server's address. */
  public URI server() {
    return server;
  }

  /**
   * Hands in a job document and waits until its job has come so far.
   *
   * @param stage {@code decided}, {@code running} or {@code done}; null not to wait
   * @param limit of the wait
   */
  public Submission submit(ObjectNode document, @Nullable String stage, Duration limit)
      throws ClientException {
    Query query = new Query();
    if (stage != null) {
      query.with("wait", stage).with("waitTimeout", limit.toMillis() + "ms");
    }
    byte[] body = document.toString().getBytes(StandardCharsets.UTF_8);
    JsonNode answer = tree("POST", JOBS + query, body, limit.plus(ANSWER_LIMIT));
    return new Submission(answer.path("id").asText(), answer.has("state") ? new Job(answer) : null);
  }

  /** One job. */
  public Job job(String id) throws ClientException {
    return new Job(get(path(id)));
  }

  /** The tasks of a job. */
  public JsonNode tasks(String id) throws ClientException {
    return get(path(id) + "/tasks").path("tasks");
  }

  /** Jobs, newest first. */
  public ArrayNode jobs(JobFilter filter) throws ClientException {
    ArrayNode jobs = Json.object().putArray("jobs");
    @Nullable String after = null;
    do {
      JsonNode page = get(JOBS + filter.query(after, jobs.size()));
      page.path("jobs").forEach(jobs::add);
      JsonNode next = page.path("next");
      after = next.isTextual() ? next.textValue() : null;
    } while (after != null && jobs.size() < filter.limit());
    return jobs;
  }

  /** All agents. */
  public JsonNode agents() throws ClientException {
    return get("/v1/agents").path("agents");
  }

  /** The requests that operators make. */
  public OperatorClient operator() {
    return new OperatorClient(this);
  }

  /** Asks for the end of a job; it has ended when its state says so. */
  public void cancel(String id) throws ClientException {
    http.send("DELETE", path(id), null, ANSWER_LIMIT);
  }

  /**
   * The output of a job.
   *
   * @param follow whether to stay until the job has ended
   * @param stream {@code stdout} or {@code stderr}; null for both
   */
  EventStream logs(String id, boolean follow, @Nullable String stream) throws ClientException {
    Query query = new Query().with("follow", follow).with("stream", stream);
    return http.open(path(id) + "/logs" + query, SILENCE_LIMIT);
  }

  JsonNode get(String path) throws ClientException {
    return tree("GET", path, null, ANSWER_LIMIT);
  }

  /** Sends a document, or none, and reads the answer. */
  JsonNode send(String method, String path, @Nullable ObjectNode document) throws ClientException {
    byte[] body = document == null ? null : document.toString().getBytes(StandardCharsets.UTF_8);
    return tree(method, path, body, ANSWER_LIMIT);
  }

  private JsonNode tree(String method, String path, byte @Nullable [] body, Duration limit)
      throws ClientException {
    Http.Answer answer = http.send(method, path, body, limit);
    JsonNode tree = Json.readOrMissing(answer.body());
    if (!tree.isObject()) {
      throw new ProblemException(answer.status(), server + " is not a Bourse server");
    }
    return tree;
  }

  private static String path(String id) {
    return JOBS + "/" + Query.encode(id);
  }
}
