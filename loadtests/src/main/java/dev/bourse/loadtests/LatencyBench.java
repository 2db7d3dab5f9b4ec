package dev.bourse.loadtests;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * From the moment a client submits a job by REST to the moment its process runs: the process itself
 * writes down when that is. One job at a time, on a cluster with nothing else to do.
 */
final class LatencyBench {

  private static final double NANOS_PER_MICRO = 1_000;

  private final JobClient client;
  private final int count;
  private final int warmUp;

  LatencyBench(JobClient client, int count, int warmUp) {
    this.client = client;
    this.count = count;
    this.warmUp = warmUp;
  }

  void run(Report report) throws IOException, InterruptedException {
    Path stamp = Files.createTempFile("bourse-latency-", ".txt");
    try {
      for (int i = 0; i < warmUp; i++) {
        submit(stamp);
      }
      for (int i = 0; i < count; i++) {
        long sent = nanosSinceEpoch();
        JsonNode job = submit(stamp);
        long done = nanosSinceEpoch();
        long running = Long.parseLong(Files.readString(stamp).strip());
        check(job, sent, running, done);
        report.record("submit to process", (long) ((running - sent) / NANOS_PER_MICRO));
        report.record("submit to done", (long) ((done - sent) / NANOS_PER_MICRO));
      }
    } finally {
      Files.deleteIfExists(stamp);
    }
  }

  private JsonNode submit(Path stamp) throws IOException, InterruptedException {
    return client.run(
        "{\"command\":[\"/bin/sh\",\"-c\",\"date +%s%N > "
            + stamp
            + "\"],\"resources\":{\"cpus\":0.1,\"memory\":\"32Mi\",\"disk\":0}}");
  }

  private static void check(JsonNode job, long sent, long running, long done) {
    if (!job.path("state").asText().equals("SUCCEEDED") || running < sent || running > done) {
      throw new IllegalStateException(
          "sent at " + sent + ", ran at " + running + ", done at " + done + ": " + job);
    }
  }

  static long nanosSinceEpoch() {
    Instant now = Instant.now();
    return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
  }
}
