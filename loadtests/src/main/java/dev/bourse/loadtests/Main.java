package dev.bourse.loadtests;

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
          "usage: bench latency [--server URL] [--kafka HOST:PORT] [--count N] [--warm-up N]"
              + " [--json FILE]");
      System.exit(USAGE);
    }
  }

  private static void run(String[] args) throws Exception {
    if (args.length == 0 || !args[0].equals("latency")) {
      throw new IllegalArgumentException(
          "the measurement is " + Arrays.toString(args) + ", but must be: latency");
    }
    Options options = Options.parse(Arrays.copyOfRange(args, 1, args.length));
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
