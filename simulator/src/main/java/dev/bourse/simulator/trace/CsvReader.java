package dev.bourse.simulator.trace;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads comma-separated values without quotes. The first line names the columns: {@code submit} and
 * {@code run} in seconds, and if they are there {@code id}, {@code cpus} (default 1), {@code
 * memory} in MiB, {@code user} and {@code priority} (0 to 100, default 50).
 */
final class CsvReader {

  private static final List<String> COLUMNS =
      List.of("id", "submit", "run", "cpus", "memory", "user", "priority");
  private static final double MAX = 1e9;
  private static final long THOUSAND = 1_000;
  private static final int PRIORITY = 50;
  private static final int MAX_PRIORITY = 100;

  private final List<String> columns;
  private int number = 1;
  private String[] cells = {};

  private CsvReader(List<String> columns) {
    this.columns = columns;
  }

  static Trace read(BufferedReader lines) throws IOException {
    String heading = lines.readLine();
    if (heading == null) {
      throw new IllegalArgumentException("is empty, but must begin with the names of its columns");
    }
    List<String> columns = new ArrayList<>();
    for (String name : heading.split(",", -1)) {
      columns.add(name.strip().toLowerCase(Locale.ROOT));
    }
    checkColumns(columns);
    return new CsvReader(columns).jobs(lines);
  }

  private static void checkColumns(List<String> columns) {
    for (String name : columns) {
      if (!COLUMNS.contains(name)) {
        throw new IllegalArgumentException(
            "line 1: column '%s' is unknown; there is %s"
                .formatted(name, String.join(", ", COLUMNS)));
      }
    }
    for (String name : List.of("submit", "run")) {
      if (!columns.contains(name)) {
        throw new IllegalArgumentException("line 1: column '" + name + "' is missing");
      }
    }
  }

  private Trace jobs(BufferedReader lines) throws IOException {
    List<TraceJob> jobs = new ArrayList<>();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (!line.isBlank()) {
        cells = line.split(",", -1);
        if (cells.length != columns.size()) {
          throw new IllegalArgumentException(
              "line %d: has %d cells, but must have %d"
                  .formatted(number, cells.length, columns.size()));
        }
        jobs.add(job());
      }
    }
    jobs.sort(Comparator.comparingDouble(TraceJob::submitSeconds));
    return new Trace(jobs, 0, 0);
  }

  private TraceJob job() {
    String id = cell("id");
    String user = cell("user");
    return new TraceJob(
        id == null ? Integer.toString(number - 1) : id,
        number("submit", 0, MAX, null),
        number("run", 0, MAX, null),
        Math.max(1, Math.round(number("cpus", 0, MAX, 1.0) * THOUSAND)),
        Math.round(number("memory", 0, MAX, 0.0)),
        user == null ? "unknown" : user,
        (int) number("priority", 0, MAX_PRIORITY, (double) PRIORITY));
  }

  private @Nullable String cell(String column) {
    int index = columns.indexOf(column);
    return index < 0 || cells[index].isBlank() ? null : cells[index].strip();
  }

  private double number(String column, double least, double most, @Nullable Double otherwise) {
    String cell = cell(column);
    if (cell == null && otherwise != null) {
      return otherwise;
    }
    try {
      double value = Double.parseDouble(cell == null ? "" : cell);
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Said below, as for a number that is too large.
    }
    throw new IllegalArgumentException(
        "line %d: %s is '%s', but must be a number from %.0f to %.0f"
            .formatted(number, column, cell == null ? "" : cell, least, most));
  }
}
