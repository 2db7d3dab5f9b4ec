package dev.bourse.loadtests;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What rounds took, as a table for people and as JSON for programs. */
final class RoundReport {

  private static final double NANOS_PER_MICRO = 1_000;

  private final Map<String, Line> lines = new LinkedHashMap<>();
  private final List<Bound> bounds = new ArrayList<>();

  /** Several runs of one measurement. */
  private static final class Line {
    final List<Double> wall = new ArrayList<>();
    final List<Double> cpu = new ArrayList<>();
    long offers;

    double minWall() {
      return wall.stream().mapToDouble(d -> d).min().orElse(0);
    }

    double minCpu() {
      return cpu.stream().mapToDouble(d -> d).min().orElse(0);
    }

    double medianWall() {
      List<Double> sorted = wall.stream().sorted().toList();
      return sorted.get(sorted.size() / 2);
    }

    double medianCpu() {
      List<Double> sorted = cpu.stream().sorted().toList();
      return sorted.get(sorted.size() / 2);
    }
  }

  /** What must not be above a limit. */
  private record Bound(String name, double value, double limit) {}

  void record(String series, Stopwatch watch, long offers) {
    Line line = lines.computeIfAbsent(series, name -> new Line());
    line.wall.add(watch.wallNanos() / NANOS_PER_MICRO);
    line.cpu.add(watch.cpuNanos() / NANOS_PER_MICRO);
    line.offers = offers;
  }

  /** The least time on the processor, in microseconds: what others on the machine disturb least. */
  double micros(String series) {
    return line(series).minCpu();
  }

  /** The middle one of all times on the processor, in microseconds. */
  double medianMicros(String series) {
    return line(series).medianCpu();
  }

  private Line line(String series) {
    Line line = lines.get(series);
    if (line == null) {
      throw new IllegalStateException("nothing was measured as " + series);
    }
    return line;
  }

  void bound(String name, double value, double limit) {
    bounds.add(new Bound(name, value, limit));
  }

  /** What is above its limit; null when nothing is. */
  @Nullable String broken() {
    List<String> broken = new ArrayList<>();
    for (Bound bound : bounds) {
      if (bound.value > bound.limit) {
        broken.add(
            "%s: is %.2f, but may be at most %.2f".formatted(bound.name, bound.value, bound.limit));
      }
    }
    return broken.isEmpty() ? null : String.join("\n", broken);
  }

  void print(PrintStream out) {
    out.printf(
        "%-52s %5s %8s %11s %11s %11s%n",
        "allocator, ms", "n", "offers", "wall min", "wall p50", "cpu min");
    lines.forEach(
        (series, line) ->
            out.printf(
                "%-52s %5d %8d %11.3f %11.3f %11.3f%n",
                series,
                line.wall.size(),
                line.offers,
                line.minWall() / 1_000,
                line.medianWall() / 1_000,
                line.minCpu() / 1_000));
    for (Bound bound : bounds) {
      out.printf("%s: %.2f, of at most %.2f%n", bound.name, bound.value, bound.limit);
    }
  }

  void write(Path file) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    ObjectNode root = mapper.createObjectNode().put("name", "allocator");
    root.putObject("machine")
        .put("processors", Runtime.getRuntime().availableProcessors())
        .put("java", Runtime.version().toString());
    ObjectNode series = root.putObject("millis");
    lines.forEach(
        (key, line) ->
            series
                .putObject(key)
                .put("n", line.wall.size())
                .put("offers", line.offers)
                .put("wallMin", line.minWall() / 1_000)
                .put("wallP50", line.medianWall() / 1_000)
                .put("cpuMin", line.minCpu() / 1_000)
                .put("cpuP50", line.medianCpu() / 1_000));
    ArrayNode ratios = root.putArray("ratios");
    for (Bound bound : bounds) {
      ratios
          .addObject()
          .put("name", bound.name)
          .put("value", bound.value)
          .put("limit", bound.limit);
    }
    mapper.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), root);
  }
}
