package dev.bourse.simulator.command;

import dev.bourse.simulator.history.Exporter;
import dev.bourse.simulator.history.SimulatedSource;
import dev.bourse.simulator.log.SimLog;
import dev.bourse.simulator.master.Rules;
import dev.bourse.simulator.swarm.SeedResult;
import dev.bourse.simulator.swarm.Swarm;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bourse simulate}: lives many clusters in virtual time, with everything going wrong. */
@Command(
    name = "simulate",
    subcommands = TraceCommand.class,
    description = {
      "Lives whole clusters in virtual time and in one thread each, with crashes, partitions, power"
          + " cuts, wrong clocks and full disks, and checks after every step what must hold.",
      "A seed decides everything: the same seed is the same story."
    })
final class SimulateCommand implements Callable<Integer> {

  private static final int MAX_AGENTS = 1_000;

  @Spec private CommandSpec spec;

  @Option(
      names = "--seeds",
      paramLabel = "N",
      defaultValue = "1",
      description = "How many clusters; default ${DEFAULT-VALUE}.")
  private long seeds;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "The first seed; default 1. Alone: tell the story of this seed.")
  private @Nullable Long seed;

  @Option(
      names = "--agents",
      paramLabel = "N",
      defaultValue = "20",
      description = "Machines in each cluster, 1 to 1000; default ${DEFAULT-VALUE}.")
  private int agents;

  @Option(
      names = "--minutes",
      paramLabel = "N",
      description = "Begin no seed after so many minutes; default: no limit.")
  private @Nullable Integer minutes;

  @Option(
      names = "--record",
      paramLabel = "DIR",
      description = "With --seed alone: keep its history in a folder, for bourse replay --from.")
  private @Nullable Path record;

  @Override
  public Integer call() throws InterruptedException {
    check("--seeds", seeds, 1, Long.MAX_VALUE);
    check("--agents", agents, 1, MAX_AGENTS);
    if (minutes != null) {
      check("--minutes", minutes, 1, Long.MAX_VALUE);
    }
    boolean alone = seeds == 1 && seed != null;
    if (record != null && !alone) {
      throw new ParameterException(spec.commandLine(), "--record: only with --seed alone");
    }
    Swarm swarm = new Swarm(agents, Rules::ofTheCore);
    PrintWriter out = spec.commandLine().getOut();
    return seeds == 1 && seed != null ? tell(swarm, seed, out) : run(swarm, out);
  }

  private void check(String option, long value, long least, long most) {
    if (value < least || value > most) {
      throw new ParameterException(
          spec.commandLine(),
          "%s: is %d, but must be %d or more%s"
              .formatted(
                  option, value, least, most == Long.MAX_VALUE ? "" : ", and at most " + most));
    }
  }

  private int tell(Swarm swarm, long number, PrintWriter out) {
    SeedResult result = swarm.run(number, out::println, this::keep);
    out.println();
    if (result.isGood()) {
      out.printf(
          "seed %d is good: %,d steps, digest %s%n", number, result.steps(), result.digest());
    } else {
      SimulationReport.printProblem(result, false, out);
    }
    out.flush();
    return result.isGood() ? 0 : 1;
  }

  private void keep(SimLog log) {
    if (record != null) {
      new Exporter(record).export(new SimulatedSource(log));
    }
  }

  private int run(Swarm swarm, PrintWriter out) throws InterruptedException {
    SimulationReport report = new SimulationReport(seeds, out);
    Duration limit = minutes == null ? Swarm.NO_LIMIT : Duration.ofMinutes(minutes);
    swarm.run(seed == null ? 1 : seed, seeds, limit, report::take);
    return report.end();
  }
}
