package dev.bourse.loadtests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** As much of the REST API as a measurement needs. */
final class JobClient {

  private static final int MAX_STATUS_OK = 299;

  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();
  private final URI server;

  JobClient(URI server) {
    this.server = server;
  }

  /** Submits a document and answers with the job's id as soon as the cluster has it. */
  String submit(String document) throws IOException, InterruptedException {
    return call(post("/v1/jobs", document)).path("id").textValue();
  }

  /** Submits a document and answers with the job when it is over. */
  JsonNode run(String document) throws IOException, InterruptedException {
    return call(post("/v1/jobs?wait=done&waitTimeout=60s", document));
  }

  private HttpRequest post(String path, String body) {
    return HttpRequest.newBuilder(server.resolve(path))
        .timeout(Duration.ofSeconds(90))
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  private JsonNode call(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    if (response.statusCode() > MAX_STATUS_OK) {
      throw new IOException(
          request.uri()
              + " answered "
              + response.statusCode()
              + ": "
              + new String(response.body(), java.nio.charset.StandardCharsets.UTF_8));
    }
    return json.readTree(response.body());
  }
}
