package dev.bourse.simulator.command;

import dev.bourse.core.check.Digest;
import dev.bourse.simulator.history.Audit;
import dev.bourse.simulator.history.Bookmark;
import dev.bourse.simulator.history.RecordSource;
import dev.bourse.simulator.history.Verifier;
import dev.bourse.simulator.view.DifferenceView;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Verifies a live cluster for as long as it runs. */
@Command(
    name = "follow",
    description = {
      "Decides every step of a live cluster once more, as it comes.",
      "At the first that comes to something else it writes an incident and ends with exit code 1."
          + " With --snapshots it writes states from which it, and bourse replay, go on later: what"
          + " Kafka no longer keeps need not be read again."
    })
final class AuditFollowCommand implements Callable<Integer>, Audit.Listener {

  private static final long STATUS_NANOS = TimeUnit.MINUTES.toNanos(1);

  @Spec private CommandSpec spec;
  @Mixin private HistoryOptions options;

  @Option(
      names = "--every",
      paramLabel = "STEPS",
      defaultValue = "10000",
      description = "Write a snapshot after so many steps; default ${DEFAULT-VALUE}.")
  private long every;

  @Option(
      names = "--once",
      description = "Check what is there now, write a snapshot if --snapshots is given, and end.")
  private boolean once;

  @Option(
      names = "--incidents",
      paramLabel = "DIR",
      description = "Where to write an incident; default: the current directory.")
  private Path incidents = Path.of("");

  private long lastStatus;
  private boolean told;

  @Override
  public Integer call() throws IOException {
    if (every < 1) {
      throw new ParameterException(
          spec.commandLine(), "--every: is " + every + ", but must be 1 or more");
    }
    RecordSource source = once ? options.source() : options.followed();
    Verifier.Difference difference =
        new Audit(options.snapshots(), every, this).run(source, () -> !once);
    return difference == null ? 0 : raise(difference);
  }

  private int raise(Verifier.Difference difference) throws IOException {
    DifferenceView view = new DifferenceView(difference, options.outputs());
    long step = difference.recorded().entry().sequence();
    Path file = incidents.resolve("incident-step-" + step + ".json");
    Files.createDirectories(incidents);
    Files.writeString(file, view.json().toPrettyString() + "\n");
    PrintWriter out = spec.commandLine().getOut();
    view.lines().forEach(out::println);
    out.println("incident: " + file);
    out.flush();
    return 1;
  }

  @Override
  public void caughtUp(Verifier verifier) {
    long now = System.nanoTime();
    if (told && !once && now - lastStatus < STATUS_NANOS) {
      return;
    }
    told = true;
    lastStatus = now;
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "%s  identical up to step %,d, %s, digest %s%n",
        Instant.now().truncatedTo(ChronoUnit.SECONDS),
        verifier.state().cell().steps(),
        Instant.ofEpochMilli(verifier.state().cell().time()),
        Digest.text(verifier.state().cell().digest()));
    out.flush();
  }

  @Override
  public void saved(Bookmark bookmark) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf("snapshot of step %,d%n", bookmark.sequence());
    out.flush();
  }
}
