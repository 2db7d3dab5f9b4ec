package dev.bourse.simulator.command;

import dev.bourse.simulator.trace.Trace;
import dev.bourse.simulator.trace.TraceJob;
import dev.bourse.simulator.trace.Traces;
import dev.bourse.simulator.whatif.Change;
import dev.bourse.simulator.whatif.ChangeReader;
import dev.bourse.simulator.whatif.Comparison;
import dev.bourse.simulator.workload.Workload;
import dev.bourse.simulator.workload.WorkloadRun;
import dev.bourse.topics.command.Settings;
import dev.bourse.topics.resources.Resources;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs the workload of a real machine. */
@Command(
    name = "trace",
    description = {
      "Runs the jobs of a trace on simulated machines: a file of the Standard Workload Format (.swf,"
          + " .swf.gz; the Parallel Workloads Archive has many) or .csv with the columns submit and"
          + " run in seconds and, if wanted, id, cpus, memory, user, priority. Each user is a role."
    },
    footer = {
      "",
      "  bourse simulate trace NASA-iPSC-1993-3.swf.gz",
      "  bourse simulate trace jobs.csv --agents 10 --resources 'cpus:16;memory:65536'"
    })
final class TraceCommand implements Callable<Integer> {

  private static final int MAX_AGENTS = 100_000;
  private static final long THOUSAND = 1_000;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The trace.")
  private Path file;

  @Option(
      names = "--agents",
      paramLabel = "N",
      defaultValue = "1",
      description = "How many machines; default ${DEFAULT-VALUE}.")
  private int agents;

  @Option(
      names = "--resources",
      paramLabel = "TEXT",
      description = {
        "What each of them has, like 'cpus:16;memory:65536'. Default: as many cpus as the trace says"
            + " that its machine had, else as its largest job; and memory enough."
      })
  private @Nullable String resources;

  @Option(
      names = "--what-if",
      paramLabel = "FILE",
      description = "Run it with these changes as well, and compare.")
  private @Nullable Path whatIf;

  @Option(names = "--html", paramLabel = "FILE", description = "Write a page with charts as well.")
  private @Nullable Path html;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    if (agents < 1 || agents > MAX_AGENTS) {
      throw new ParameterException(
          spec.commandLine(),
          "--agents: is " + agents + ", but must be 1 or more, and at most " + MAX_AGENTS);
    }
    Trace trace;
    Change change;
    Resources each;
    Workload workload;
    try {
      trace = Traces.read(file);
      each = each(trace);
      change = whatIf == null ? null : ChangeReader.read(whatIf);
      workload = Traces.workload(trace, agents, each, Settings.DEFAULT);
      if (change != null) {
        change.check(workload);
      }
    } catch (IllegalArgumentException e) {
      throw new ToolException(String.valueOf(e.getMessage()));
    }
    Comparison comparison = new Comparison();
    comparison.add(agents + " x " + each, WorkloadRun.of(workload));
    if (change != null) {
      comparison.add("what if", WorkloadRun.of(change.of(workload)));
    }
    long tooLarge =
        workload.arrivals().stream().filter(job -> !each.contains(job.spec().resources())).count();
    if (tooLarge > 0) {
      comparison.note(tooLarge + " jobs ask for more than " + each + ", and never start");
    }
    if (trace.skipped() > 0) {
      comparison.note(
          trace.skipped()
              + " jobs of the trace have no run time or no processors, and are left out");
    }
    ComparisonOutput.print(
        file.getFileName().toString(), comparison, json, html, spec.commandLine().getOut());
    return 0;
  }

  private Resources each(Trace trace) {
    if (resources != null) {
      return Resources.parse(resources);
    }
    long cpus = trace.processors() * THOUSAND;
    long memory = 0;
    for (TraceJob job : trace.jobs()) {
      cpus = Math.max(cpus, trace.processors() > 0 ? 0 : job.cpus());
      memory = Math.max(memory, job.memoryMebibytes());
    }
    Resources machine = Resources.scalar(Resources.CPUS, Math.max(THOUSAND, cpus));
    return memory == 0
        ? machine
        : machine.plus(Resources.scalar(Resources.MEMORY, memory * trace.jobs().size() * THOUSAND));
  }
}
