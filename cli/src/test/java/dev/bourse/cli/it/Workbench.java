package dev.bourse.cli.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bourse.cli.client.BourseClient;
import dev.bourse.cli.client.ClientException;
import dev.bourse.cli.client.Job;
import dev.bourse.cli.client.JobFilter;
import dev.bourse.cli.client.Json;
import dev.bourse.cli.document.NewJob;
import dev.bourse.cli.local.Installation;
import dev.bourse.cli.local.LocalCluster;
import dev.bourse.cli.local.LocalClusterException;
import dev.bourse.cli.local.LocalClusterOptions;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** A real cluster, by default with agents of 2 cpus, and jobs whose effects can be counted. */
final class Workbench implements AutoCloseable {

  private static final int SUBMITTERS = 8;

  private final Path folder;
  private final LocalCluster cluster;
  private final BourseClient client;
  private final HttpClient http = HttpClient.newHttpClient();

  /** With one agent. */
  Workbench(Path folder) throws LocalClusterException, InterruptedException {
    this(folder, 1);
  }

  Workbench(Path folder, int agents) throws LocalClusterException, InterruptedException {
    this(folder, agents, "cpus:2;memory:8192;disk:102400");
  }

  Workbench(Path folder, int agents, String resources)
      throws LocalClusterException, InterruptedException {
    this.folder = folder;
    this.cluster =
        LocalCluster.start(
            LocalClusterOptions.in(folder.resolve("cluster")).withAgents(agents, resources),
            Installation.ofProcess());
    this.client = new BourseClient(cluster.server());
  }

  LocalCluster cluster() {
    return cluster;
  }

  BourseClient client() {
    return client;
  }

  /** What the REST API shows at a path. */
  JsonNode get(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(cluster.server().resolve(path)).build();
    HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return Json.read(response.body());
  }

  /** Where the jobs' effects are. */
  Path file(String name) {
    return folder.resolve(name);
  }

  /** A job that runs a line of shell in the folder, with the job's id as {@code $0}. */
  ObjectNode job(String id, String line) {
    ObjectNode job = Json.object();
    job.put("id", id);
    job.putArray("command").add("sh").add("-c").add("cd '" + folder + "' && " + line).add(id);
    return job;
  }

  String submit(ObjectNode job) throws ClientException {
    return NewJob.submit(client, job, "decided", Duration.ofSeconds(30)).id();
  }

  /** Submits jobs, several at a time, that each append their id to the file {@code done}. */
  List<String> submitCounted(int count) throws InterruptedException, ExecutionException {
    List<String> ids = IntStream.range(0, count).mapToObj(i -> "job-" + i).toList();
    try (ExecutorService submitters = Executors.newFixedThreadPool(SUBMITTERS)) {
      List<Callable<String>> calls = new ArrayList<>();
      ids.forEach(id -> calls.add(() -> submit(job(id, "echo $0 >> done"))));
      for (Future<String> submitted : submitters.invokeAll(calls)) {
        submitted.get();
      }
    }
    return ids;
  }

  /** The ids that jobs have appended so far. */
  List<String> done() throws IOException {
    Path done = file("done");
    return Files.exists(done) ? Files.readAllLines(done) : List.of();
  }

  int countOf(String state) throws ClientException {
    return client.jobs(new JobFilter(state, null, List.of(), 10_000)).size();
  }

  Job awaitEnd(String id, Duration limit) {
    return await("the end of " + id)
        .atMost(limit)
        .ignoreExceptionsInstanceOf(ClientException.class)
        .until(() -> client.job(id), Job::isTerminal);
  }

  /** Whatever was done to it, its history must be one that the core decides. */
  @Override
  public void close() {
    try {
      JournalVerifier.verify(cluster.bootstrapServers());
    } finally {
      http.close();
      cluster.discard();
    }
  }
}
