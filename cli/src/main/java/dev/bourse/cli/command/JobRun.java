package dev.bourse.cli.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bourse.cli.client.BourseClient;
import dev.bourse.cli.client.ClientException;
import dev.bourse.cli.client.Job;
import dev.bourse.cli.client.LogFollower;
import dev.bourse.cli.client.Patience;
import dev.bourse.cli.client.ProblemException;
import dev.bourse.cli.client.Submission;
import dev.bourse.cli.client.UnreachableException;
import dev.bourse.cli.console.CommandException;
import dev.bourse.cli.console.ExitCode;
import dev.bourse.cli.console.Session;
import dev.bourse.cli.console.Terminal;
import dev.bourse.cli.document.NewJob;
import java.io.IOException;
import java.time.Duration;

/** One job from its submission to its exit code. */
final class JobRun {

  private static final Duration DECISION_LIMIT = Duration.ofSeconds(30);
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String BY_ITSELF = "COMMAND_ENDED";

  private final BourseClient client;
  private final Session session;
  private final Terminal terminal;
  private final Interrupts interrupts;

  JobRun(BourseClient client, Session session, Interrupts interrupts) {
    this.client = client;
    this.session = session;
    this.terminal = session.terminal();
    this.interrupts = interrupts;
  }

  int run(ObjectNode document) throws ClientException, IOException {
    Submission submission = NewJob.submit(client, document, "decided", DECISION_LIMIT);
    String id = submission.id();
    terminal.progress("job " + id);
    interrupts.onFirst(() -> cancelForUser(id));
    try (QueueNotice notice = new QueueNotice(client, terminal, id)) {
      notice.begin();
      follow(id);
    } catch (CommandException e) {
      // Nobody reads the output any more.
      cancel(id);
      throw e;
    }
    return exitCode(awaitEnd(id));
  }

  private void follow(String id) throws ClientException, IOException {
    var sink = new ConsoleLogSink(session.console(), terminal);
    try {
      new LogFollower(client, id, null, sink).follow(new Patience(PATIENCE));
    } catch (UnreachableException e) {
      interrupts.holdWhileLeaving();
      throw new CommandException(
          ExitCode.NOT_RUN,
          "%s\njob %s may go on; see bourse status %s".formatted(e.getMessage(), id, id),
          e);
    }
  }

  private Job awaitEnd(String id) throws ClientException {
    Patience patience = new Patience(PATIENCE);
    while (true) {
      try {
        Job job = client.job(id);
        if (job.isTerminal()) {
          return job;
        }
        patience.pauseAfter(
            new CommandException(
                ExitCode.NOT_RUN, "job %s is still %s".formatted(id, job.state())));
      } catch (UnreachableException e) {
        patience.pauseAfter(e);
      }
    }
  }

  private int exitCode(Job job) {
    explain(job);
    if (job.isCancelled() && interrupts.happened()) {
      return interrupts.exitCode();
    }
    int otherwise = job.isCancelled() ? ExitCode.CANCELLED : ExitCode.NOT_RUN;
    return job.exitCode().orElse(otherwise);
  }

  /** Says what the exit code cannot. */
  private void explain(Job job) {
    String reason = job.text("reason");
    boolean ownEnd = job.exitCode().isPresent() && (reason.isEmpty() || reason.equals(BY_ITSELF));
    boolean asAsked = job.isCancelled() && interrupts.happened();
    if (ownEnd || asAsked) {
      return;
    }
    String message = job.text("message");
    terminal.warn(
        "job %s: %s%s%s"
            .formatted(
                job.id(),
                job.state(),
                reason.isEmpty() ? "" : ", " + reason,
                message.isEmpty() ? "" : ": " + message));
  }

  private void cancelForUser(String id) {
    terminal.progress("cancelling job " + id + "; again to leave at once");
    cancel(id);
  }

  private void cancel(String id) {
    try {
      client.cancel(id);
    } catch (ProblemException e) {
      if (!e.isConflict()) {
        terminal.warn("cannot cancel job " + id + ": " + e.getMessage());
      }
    } catch (ClientException e) {
      terminal.warn("cannot cancel job " + id + ": " + e.getMessage());
    }
  }
}
