package dev.bourse.simulator.trace;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the Standard Workload Format 2.2 of the Parallel Workloads Archive: eighteen numbers a
 * line, -1 for what is not known; lines that begin with {@code ;} are comments, some with facts
 * about the machine.
 */
final class SwfReader {

  private static final int FIELDS = 18;
  private static final int JOB = 0;
  private static final int SUBMIT = 1;
  private static final int RUN = 3;
  private static final int ALLOCATED = 4;
  private static final int USED_MEMORY = 6;
  private static final int REQUESTED = 7;
  private static final int REQUESTED_MEMORY = 9;
  private static final int USER = 11;
  private static final int KIBIBYTES_PER_MEBIBYTE = 1_024;
  private static final long THOUSAND = 1_000;
  private static final int PRIORITY = 50;
  private static final Pattern PROCESSORS =
      Pattern.compile(";\\s*MaxProcs:\\s*(\\d{1,9}).*", Pattern.CASE_INSENSITIVE);

  private SwfReader() {}

  static Trace read(BufferedReader lines) throws IOException {
    List<TraceJob> jobs = new ArrayList<>();
    long processors = 0;
    int skipped = 0;
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      String text = line.strip();
      Matcher header = PROCESSORS.matcher(text);
      if (header.matches()) {
        processors = Long.parseLong(header.group(1));
      }
      if (!text.isEmpty() && !text.startsWith(";")) {
        double[] fields = fields(text, number);
        double procs = fields[ALLOCATED] > 0 ? fields[ALLOCATED] : fields[REQUESTED];
        if (fields[RUN] < 0 || procs <= 0 || fields[SUBMIT] < 0) {
          skipped++;
        } else {
          jobs.add(job(fields, procs));
        }
      }
    }
    jobs.sort(Comparator.comparingDouble(TraceJob::submitSeconds));
    return new Trace(jobs, skipped, processors);
  }

  private static TraceJob job(double[] fields, double procs) {
    double memory = fields[REQUESTED_MEMORY] > 0 ? fields[REQUESTED_MEMORY] : fields[USED_MEMORY];
    return new TraceJob(
        Long.toString((long) fields[JOB]),
        fields[SUBMIT],
        fields[RUN],
        Math.round(procs * THOUSAND),
        memory > 0 ? Math.round(memory * procs / KIBIBYTES_PER_MEBIBYTE) : 0,
        fields[USER] < 0 ? "unknown" : Long.toString((long) fields[USER]),
        PRIORITY);
  }

  private static double[] fields(String line, int number) {
    String[] words = line.split("\\s+", -1);
    if (words.length < FIELDS) {
      throw new IllegalArgumentException(
          "line %d: has %d fields, but must have %d".formatted(number, words.length, FIELDS));
    }
    double[] fields = new double[FIELDS];
    for (int i = 0; i < FIELDS; i++) {
      try {
        fields[i] = Double.parseDouble(words[i]);
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(
            "line %d: field %d is '%s', but must be a number".formatted(number, i + 1, words[i]),
            e);
      }
    }
    return fields;
  }
}
