package dev.bourse.simulator.command;

import dev.bourse.core.Outcome;
import dev.bourse.simulator.history.Moment;
import dev.bourse.simulator.history.TimeMachine;
import dev.bourse.simulator.history.Verifier;
import dev.bourse.simulator.why.Diary;
import dev.bourse.simulator.why.Why;
import dev.bourse.topics.id.JobId;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says why a job is where it is, now or at any moment. */
@Command(
    name = "why",
    description = {
      "Says why a job waits (its place and share, for each reason how many agents it excludes, the"
          + " nearest change that would let it run), and why it was placed, killed or tried again."
    },
    footer = {"", "  bourse why hello", "  bourse why hello --at 2026-11-23T08:30:00Z"})
final class WhyCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private HistoryOptions options;

  @Parameters(paramLabel = "JOB|TASK", description = "The id of a job, or of its task.")
  private String id;

  @Option(
      names = "--at",
      paramLabel = "WHEN",
      description = "Then instead of now: " + Moment.ALLOWED + ".")
  private @Nullable String at;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    Why why = ask(job(id));
    if (!why.isKnown() && id.endsWith(".0")) {
      why = ask(job(id.substring(0, id.length() - ".0".length())));
    }
    if (!why.isKnown()) {
      throw new ToolException(
          "job: there is no job '" + id + "'" + (at == null ? "" : " at " + at));
    }
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(why.json().toPrettyString());
    } else {
      why.lines().forEach(out::println);
    }
    return 0;
  }

  private Why ask(JobId job) {
    Diary diary = new Diary(job);
    Verifier verifier =
        new TimeMachine(options.source(), options.existingSnapshots())
            .goTo(moment(), v -> note(v, diary));
    return new Why(job, verifier.state(), diary);
  }

  private static void note(Verifier verifier, Diary diary) {
    Outcome outcome = verifier.last();
    if (outcome != null) {
      diary.take(outcome, verifier.state());
    }
  }

  private JobId job(String text) {
    try {
      return new JobId(text);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private Moment moment() {
    try {
      return at == null ? new Moment.Time(Long.MAX_VALUE) : Moment.parse(at);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--at: " + e.getMessage(), e);
    }
  }
}
