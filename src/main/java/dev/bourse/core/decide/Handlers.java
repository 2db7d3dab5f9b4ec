package dev.bourse.core.decide;

import dev.bourse.core.allocator.Allocator;
import dev.bourse.core.context.Context;
import dev.bourse.core.context.Rejection;
import dev.bourse.core.jobs.JobService;
import dev.bourse.topics.command.Allocate;
import dev.bourse.topics.command.ApplySettings;
import dev.bourse.topics.command.CancelJob;
import dev.bourse.topics.command.Command;
import dev.bourse.topics.command.DeregisterAgent;
import dev.bourse.topics.command.MarkAgentUnreachable;
import dev.bourse.topics.command.RegisterAgent;
import dev.bourse.topics.command.RejectSubmission;
import dev.bourse.topics.command.ReportStatus;
import dev.bourse.topics.command.SubmitJob;
import dev.bourse.topics.command.Tick;
import org.jspecify.annotations.Nullable;

/** Every command and its handler. */
public final class Handlers implements Decisions {

  private final JobService jobs = new JobService();
  private final Attempts attempts = new Attempts(jobs);
  private final SubmitJobHandler submitJob = new SubmitJobHandler();
  private final RejectSubmissionHandler rejectSubmission = new RejectSubmissionHandler();
  private final CancelJobHandler cancelJob = new CancelJobHandler(jobs);
  private final RegisterAgentHandler registerAgent = new RegisterAgentHandler(attempts);
  private final DeregisterAgentHandler deregisterAgent = new DeregisterAgentHandler(attempts);
  private final MarkAgentUnreachableHandler markAgentUnreachable =
      new MarkAgentUnreachableHandler();
  private final ReportStatusHandler reportStatus = new ReportStatusHandler(attempts);
  private final ApplySettingsHandler applySettings = new ApplySettingsHandler();
  private final TickHandler tick = new TickHandler(attempts);
  private final AllocateHandler allocate = new AllocateHandler(Allocator.standard(jobs));

  @Override
  public @Nullable Rejection handle(Command command, Context context) {
    return switch (command) {
      case SubmitJob c -> submitJob.handle(c, context);
      case RejectSubmission c -> rejectSubmission.handle(c, context);
      case CancelJob c -> cancelJob.handle(c, context);
      case RegisterAgent c -> registerAgent.handle(c, context);
      case DeregisterAgent c -> deregisterAgent.handle(c, context);
      case MarkAgentUnreachable c -> markAgentUnreachable.handle(c, context);
      case ReportStatus c -> reportStatus.handle(c, context);
      case ApplySettings c -> applySettings.handle(c, context);
      case Tick c -> tick.handle(c, context);
      case Allocate c -> allocate.handle(c, context);
    };
  }
}
