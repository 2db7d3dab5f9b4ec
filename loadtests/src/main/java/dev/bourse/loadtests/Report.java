package dev.bourse.loadtests;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** What was measured, as a table for people and as JSON for programs. */
final class Report {

  private static final long MAX_MICROS = TimeUnit.MINUTES.toMicros(10);
  private static final double MICROS_PER_MILLI = 1_000.0;
  private static final double[] PERCENTILES = {50, 90, 99, 100};

  private final String name;
  private final Map<String, Histogram> histograms = new TreeMap<>();
  private final Map<String, Double> ratios = new TreeMap<>();

  Report(String name) {
    this.name = name;
  }

  void record(String series, long micros) {
    histograms.computeIfAbsent(series, s -> new Histogram(MAX_MICROS, 3)).recordValue(micros);
  }

  /** The median of a series over that of two hops and a spawn, measured in the same run. */
  void ratio(String series, String limit) {
    double raw = 2 * millis("Kafka hop", 50) + millis("spawn", 50);
    ratios.put(series + " / " + limit, millis(series, 50) / raw);
  }

  private double millis(String series, double percentile) {
    Histogram histogram = histograms.get(series);
    if (histogram == null) {
      throw new IllegalStateException("nothing was measured as " + series);
    }
    return histogram.getValueAtPercentile(percentile) / MICROS_PER_MILLI;
  }

  void print(PrintStream out) {
    out.printf("%-24s %8s %8s %8s %8s %8s%n", name + ", ms", "n", "p50", "p90", "p99", "max");
    histograms.forEach(
        (series, histogram) -> {
          out.printf("%-24s %8d", series, histogram.getTotalCount());
          for (double percentile : PERCENTILES) {
            out.printf(" %8.2f", millis(series, percentile));
          }
          out.println();
        });
    ratios.forEach((ratio, value) -> out.printf("%s: %.1f%n", ratio, value));
  }

  void write(Path file) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    ObjectNode root = mapper.createObjectNode().put("name", name);
    Runtime runtime = Runtime.getRuntime();
    root.putObject("machine")
        .put("processors", runtime.availableProcessors())
        .put("java", Runtime.version().toString());
    ObjectNode series = root.putObject("millis");
    histograms.forEach(
        (key, histogram) -> {
          ObjectNode node = series.putObject(key).put("n", histogram.getTotalCount());
          for (double percentile : PERCENTILES) {
            node.put("p" + (int) percentile, millis(key, percentile));
          }
        });
    ObjectNode ratioNode = root.putObject("ratios");
    ratios.forEach(ratioNode::put);
    mapper.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), root);
  }
}
