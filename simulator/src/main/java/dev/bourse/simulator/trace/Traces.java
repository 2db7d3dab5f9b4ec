package dev.bourse.simulator.trace;

import dev.bourse.simulator.workload.AgentChange;
import dev.bourse.simulator.workload.Arrival;
import dev.bourse.simulator.workload.Run;
import dev.bourse.simulator.workload.Workload;
import dev.bourse.simulator.world.World;
import dev.bourse.topics.command.Settings;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.JobId;
import dev.bourse.topics.job.JobSpec;
import dev.bourse.topics.job.ProcessSpec;
import dev.bourse.topics.job.RetryPolicy;
import dev.bourse.topics.resources.Attributes;
import dev.bourse.topics.resources.Resources;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** Reads traces, and makes workloads of them. */
public final class Traces {

  private static final double MILLIS = 1_000;

  private Traces() {}

  /**
   * Reads a file: {@code .csv} as comma-separated values, all others as the Standard Workload
   * Format; {@code .gz} is unpacked first.
   *
   * @throws IllegalArgumentException naming the line, what was found, and what is allowed
   */
  public static Trace read(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    boolean packed = name.endsWith(".gz");
    String plain = packed ? name.substring(0, name.length() - ".gz".length()) : name;
    try (InputStream in = Files.newInputStream(file);
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(
                    packed ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8))) {
      Trace trace = plain.endsWith(".csv") ? CsvReader.read(lines) : SwfReader.read(lines);
      if (trace.jobs().isEmpty()) {
        throw new IllegalArgumentException("holds no job that could run");
      }
      return trace;
    } catch (IOException e) {
      throw new IllegalArgumentException(file + ": cannot be read: " + e.getMessage(), e);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
  }

  /** The trace on so many machines; each user is a role. */
  public static Workload workload(Trace trace, int agents, Resources each, Settings settings) {
    List<AgentChange> machines = new ArrayList<>();
    for (int i = 0; i < agents; i++) {
      machines.add(new AgentChange(World.START, new AgentId("agent-" + i), each, Attributes.EMPTY));
    }
    List<Arrival> arrivals = new ArrayList<>();
    int number = 0;
    for (TraceJob job : trace.jobs()) {
      arrivals.add(arrival(job, ++number));
    }
    return new Workload(arrivals, machines, settings, 0);
  }

  private static Arrival arrival(TraceJob job, int number) {
    Resources resources = Resources.scalar(Resources.CPUS, job.cpus());
    if (job.memoryMebibytes() > 0) {
      resources =
          resources.plus(
              Resources.scalar(Resources.MEMORY, Math.round(job.memoryMebibytes() * MILLIS)));
    }
    JobSpec spec =
        new JobSpec(
            null,
            new TreeMap<>(),
            "user-" + job.user().replaceAll("[^A-Za-z0-9_.-]", "_"),
            ProcessSpec.of(List.of("trace")),
            resources,
            job.priority(),
            RetryPolicy.NONE,
            0,
            JobSpec.DEFAULT_KILL_GRACE_MILLIS,
            JobSpec.DEFAULT_LOG_CAP_BYTES,
            JobSpec.DEFAULT_TTL_MILLIS);
    // The number keeps apart what a trace has under one id.
    JobId id = new JobId(number + "-" + job.id().replaceAll("[^A-Za-z0-9_.-]", "_"));
    long at = World.START + Math.round(job.submitSeconds() * MILLIS);
    Run run = new Run(Math.round(job.runSeconds() * MILLIS), 0);
    return new Arrival(id, spec, at, List.of(run), 0, false);
  }
}
