package dev.bourse.loadtests;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;

/** {@code ./bourse bench NAME}. */
public final class Main {

  private static final int USAGE = 2;

  private Main() {}

  /** Runs a measurement; exits with 2 when it is asked for wrongly, with 1 when it fails. */
  public static void main(String[] args) throws Exception {
    try {
      run(args);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.err.println(
          """
          usage: bench latency [--server URL] [--kafka HOST:PORT] [--count N] [--warm-up N] [--json FILE]
                 bench replay [--jobs N] [--agents N]
                 bench allocator [--short] [--check] [--agents N] [--frameworks N] [--rounds N] [--seed N]
                                 [--only PARTS] [--json FILE]""");
      System.exit(USAGE);
    }
  }

  private static void run(String[] args) throws Exception {
    String name = args.length == 0 ? "" : args[0];
    String[] rest = args.length == 0 ? args : Arrays.copyOfRange(args, 1, args.length);
    switch (name) {
      case "latency" -> latency(Options.parse(rest));
      case "replay" -> replay(Options.parse(rest));
      case "allocator" -> allocator(Options.parse(rest, "short", "check"));
      default ->
          throw new IllegalArgumentException(
              "the measurement is '" + name + "', but must be latency, replay or allocator");
    }
  }

  private static void replay(Options options) throws IOException {
    new ReplayBench(options.number("jobs", 100_000), options.number("agents", 100)).run(System.out);
  }

  private static void allocator(Options options) throws IOException {
    boolean isShort = options.has("short");
    RoundReport report =
        new AllocatorBench(
                new AllocatorBench.Size(
                    options.number("agents", isShort ? 1_000 : 10_000),
                    options.number("frameworks", isShort ? 100 : 1_000),
                    options.number("rounds", isShort ? 8 : 7),
                    options.number("seed", 1)))
            .run(options.text("only", "abcdefg"));
    report.print(System.out);
    report.write(Path.of(options.text("json", "allocator.json")));
    String broken = report.broken();
    if (options.has("check") && broken != null) {
      System.err.println(broken);
      System.exit(1);
    }
  }

  private static void latency(Options options) throws Exception {
    LatencyBench bench =
        new LatencyBench(
            new JobClient(URI.create(options.text("server", "http://127.0.0.1:8380"))),
            options.number("count", 200),
            options.number("warm-up", 100));
    Report report = new Report("latency");
    bench.run(report);
    SpawnBaseline.run(report, options.number("count", 200));
    KafkaBaseline.run(
        report, options.text("kafka", "127.0.0.1:9392"), options.number("count", 200));
    report.ratio("submit to process", "two Kafka hops and a spawn");
    report.print(System.out);
    report.write(Path.of(options.text("json", "latency.json")));
  }
}
