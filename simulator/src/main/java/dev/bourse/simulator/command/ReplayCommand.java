package dev.bourse.simulator.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bourse.core.check.Digest;
import dev.bourse.core.check.Invariants;
import dev.bourse.core.check.StateDigest;
import dev.bourse.core.state.CellRow;
import dev.bourse.simulator.history.Bookmark;
import dev.bourse.simulator.history.History;
import dev.bourse.simulator.history.Moment;
import dev.bourse.simulator.history.ReadAhead;
import dev.bourse.simulator.history.RecordedStep;
import dev.bourse.simulator.history.Snapshot;
import dev.bourse.simulator.history.Snapshots;
import dev.bourse.simulator.history.Steps;
import dev.bourse.simulator.history.TimeMachine;
import dev.bourse.simulator.history.Verifier;
import dev.bourse.simulator.view.DifferenceView;
import dev.bourse.simulator.view.StateTree;
import dev.bourse.simulator.view.TreePrinter;
import dev.bourse.simulator.whatif.Change;
import dev.bourse.simulator.whatif.ChangeReader;
import dev.bourse.simulator.whatif.Comparison;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads a cell's journal and inputs, and decides everything once more. */
@Command(
    name = "replay",
    description = {
      "Decides the history of a cluster once more: to check it (--verify), to look at its state at any"
          + " moment (--at), or to see what would have happened otherwise (--what-if)."
    },
    footer = {
      "",
      "  bourse replay --verify",
      "  bourse replay --at 2026-11-23T08:30:00Z agents",
      "  bourse replay --at 1234 jobs/hello --json",
      "  bourse replay --what-if more-agents.yaml --html report.html",
      "",
      "What may be in FILE (all of it may be left out; docs/replay.md has more):",
      "  agents: {times: 2, remove: [agent-3], add: [{count: 4, resources: 'cpus:8'}]}",
      "  roles: {batch: {weight: 2, limit: 'cpus:8;memory:16384'}, other: {limit: none}}",
      "  jobs: [{role: batch, set: {priority: 10}}]",
      "  runTimes: 0.5"
    })
final class ReplayCommand implements Callable<Integer> {

  /** Of fewer inputs, most of the time goes into the start. */
  private static final long ENOUGH_FOR_A_RATE = 10_000;

  private static final long PROGRESS_NANOS = TimeUnit.SECONDS.toNanos(5);

  @Spec private CommandSpec spec;
  @Mixin private HistoryOptions options;

  @Option(
      names = "--verify",
      description = "Compare what comes out with the journal; exit code 1 at a difference.")
  private boolean verify;

  @Option(
      names = "--at",
      paramLabel = "WHEN",
      description = "Show the state at " + Moment.ALLOWED + ".")
  private @Nullable String at;

  @Option(
      names = "--what-if",
      paramLabel = "FILE",
      description = "Run what was recorded on other machines, with other wishes or settings.")
  private @Nullable Path whatIf;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "With --what-if, write a page with charts as well.")
  private @Nullable Path html;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Parameters(
      arity = "0..1",
      paramLabel = "PATH",
      description =
          "With --at, what of the state to print: agents, roles, jobs/ID, tasks/ID, ...; default: an"
              + " overview.")
  private @Nullable String path;

  @Override
  public Integer call() {
    int asked = (verify ? 1 : 0) + (at == null ? 0 : 1) + (whatIf == null ? 0 : 1);
    if (asked != 1) {
      throw usage("give one of --verify, --at WHEN and --what-if FILE");
    }
    if (path != null && at == null) {
      throw usage("PATH: only with --at");
    }
    if (html != null && whatIf == null) {
      throw usage("--html: only with --what-if");
    }
    if (whatIf != null) {
      ask(whatIf);
    } else if (at != null) {
      show(at);
    } else {
      return verify();
    }
    return 0;
  }

  private ParameterException usage(String problem) {
    return new ParameterException(spec.commandLine(), problem);
  }

  private void ask(Path file) {
    Change change;
    Comparison comparison;
    try {
      change = ChangeReader.read(file);
      comparison = WhatIf.compare(options.source(), change);
    } catch (IllegalArgumentException e) {
      throw new ToolException("--what-if: " + e.getMessage());
    }
    ComparisonOutput.print(
        "What if: " + file.getFileName(), comparison, json, html, spec.commandLine().getOut());
  }

  private int verify() {
    PrintWriter out = spec.commandLine().getOut();
    Snapshots snapshots = options.existingSnapshots();
    Snapshot start = snapshots == null ? null : snapshots.newest();
    Verifier verifier = new Verifier(start);
    long begin = System.nanoTime();
    long lastProgress = begin;
    long untaken;
    Bookmark from = start == null ? null : start.bookmark();
    try (Steps history = new ReadAhead(new History(options.source(), from))) {
      for (RecordedStep step = history.next(); step != null; step = history.next()) {
        Verifier.Difference difference = verifier.take(step);
        if (difference != null) {
          return tell(difference, out);
        }
        if (!json && System.nanoTime() - lastProgress > PROGRESS_NANOS) {
          lastProgress = System.nanoTime();
          out.printf("%,d steps, at %s%n", verifier.steps(), time(step.entry().time()));
          out.flush();
        }
      }
      untaken = history.untaken();
    }
    return sumUp(verifier, untaken, System.nanoTime() - begin, out);
  }

  private int tell(Verifier.Difference difference, PrintWriter out) {
    DifferenceView view = new DifferenceView(difference, options.outputs());
    if (json) {
      ObjectNode result = view.json();
      result.put("identical", false);
      out.println(result.toPrettyString());
    } else {
      view.lines().forEach(out::println);
    }
    return 1;
  }

  private int sumUp(Verifier verifier, long untaken, long nanos, PrintWriter out) {
    List<String> violations = Invariants.check(verifier.state());
    CellRow cell = verifier.state().cell();
    String stateDigest = Digest.text(StateDigest.of(verifier.state()));
    long perSecond = verifier.inputs() * TimeUnit.SECONDS.toNanos(1) / Math.max(1, nanos);
    if (json) {
      ObjectNode result = JsonOutput.object();
      result.put("identical", violations.isEmpty());
      result.put("steps", verifier.steps());
      result.put("inputs", verifier.inputs());
      result.put("inputsAfterTheLastStep", untaken);
      result.put("lastStep", cell.steps());
      result.put("lastTime", time(cell.time()));
      result.put("digest", Digest.text(cell.digest()));
      result.put("stateDigest", stateDigest);
      result.put("inputsPerSecond", perSecond);
      violations.forEach(result.withArray("violations")::add);
      out.println(result.toPrettyString());
    } else {
      violations.forEach(out::println);
      out.printf(
          "%,d steps with %,d inputs decided again, %s: %s%n",
          verifier.steps(),
          verifier.inputs(),
          verifier.bookmark() == null ? "nothing there yet" : "up to " + time(cell.time()),
          violations.isEmpty() ? "identical" : "the state is not sound");
      out.printf(
          "digest %s, state %s, %.1f s%s%n",
          Digest.text(cell.digest()),
          stateDigest,
          nanos / 1e9,
          verifier.inputs() < ENOUGH_FOR_A_RATE ? "" : ", %,d inputs/s".formatted(perSecond));
      if (untaken > 0) {
        out.printf(
            "%,d inputs come after the last step: they are set aside, or not decided yet, or the"
                + " journal is not whole%n",
            untaken);
      }
    }
    return violations.isEmpty() ? 0 : 1;
  }

  private void show(String when) {
    Verifier verifier =
        new TimeMachine(options.source(), options.existingSnapshots()).goTo(moment(when));
    Bookmark bookmark = verifier.bookmark();
    ObjectNode tree = StateTree.of(verifier.state());
    PrintWriter out = spec.commandLine().getOut();
    JsonNode found = path == null ? tree : TreePrinter.find(tree, path);
    if (found == null) {
      List<String> names = new ArrayList<>();
      tree.fieldNames().forEachRemaining(names::add);
      throw new ToolException(
          "PATH: there is no %s %s; there is %s, and what they hold"
              .formatted(path, place(bookmark, verifier), String.join(", ", names)));
    }
    if (json) {
      out.println(found.toPrettyString());
    } else if (path == null) {
      out.println("the state " + place(bookmark, verifier));
      TreePrinter.overview(tree).forEach(out::println);
    } else {
      TreePrinter.lines(found).forEach(out::println);
    }
  }

  private Moment moment(String when) {
    try {
      return Moment.parse(when);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--at: " + e.getMessage(), e);
    }
  }

  private static String place(@Nullable Bookmark bookmark, Verifier verifier) {
    return bookmark == null
        ? "before the first step"
        : "after step " + bookmark.sequence() + ", " + time(verifier.state().cell().time());
  }

  private static String time(long millis) {
    return Instant.ofEpochMilli(millis).toString();
  }
}
