package dev.bourse.core.decide;

import dev.bourse.core.allocator.Allocator;
import dev.bourse.core.context.Context;
import dev.bourse.core.context.Rejection;
import dev.bourse.core.jobs.JobService;
import dev.bourse.topics.command.AcceptOffers;
import dev.bourse.topics.command.AcknowledgeUpdate;
import dev.bourse.topics.command.Allocate;
import dev.bourse.topics.command.AnswerInverseOffers;
import dev.bourse.topics.command.ApplySettings;
import dev.bourse.topics.command.CancelJob;
import dev.bourse.topics.command.Command;
import dev.bourse.topics.command.DeactivateAgent;
import dev.bourse.topics.command.DeclineOffers;
import dev.bourse.topics.command.DeregisterAgent;
import dev.bourse.topics.command.DisconnectFramework;
import dev.bourse.topics.command.DrainAgent;
import dev.bourse.topics.command.EndMaintenance;
import dev.bourse.topics.command.KillTasks;
import dev.bourse.topics.command.MarkAgentGone;
import dev.bourse.topics.command.MarkAgentUnreachable;
import dev.bourse.topics.command.OperatorCommand;
import dev.bourse.topics.command.ReactivateAgent;
import dev.bourse.topics.command.ReconcileTasks;
import dev.bourse.topics.command.RegisterAgent;
import dev.bourse.topics.command.RejectCall;
import dev.bourse.topics.command.RejectSubmission;
import dev.bourse.topics.command.ReportStatus;
import dev.bourse.topics.command.ReserveResources;
import dev.bourse.topics.command.ReviveOffers;
import dev.bourse.topics.command.ScheduleMaintenance;
import dev.bourse.topics.command.SchedulerCall;
import dev.bourse.topics.command.SendMessage;
import dev.bourse.topics.command.SetQuota;
import dev.bourse.topics.command.SetWeights;
import dev.bourse.topics.command.StartMaintenance;
import dev.bourse.topics.command.SubmitJob;
import dev.bourse.topics.command.SubscribeFramework;
import dev.bourse.topics.command.SuppressOffers;
import dev.bourse.topics.command.TeardownFramework;
import dev.bourse.topics.command.Tick;
import dev.bourse.topics.command.UnreserveResources;
import dev.bourse.topics.command.UpdateFramework;
import org.jspecify.annotations.Nullable;

/** Every command and its handler. */
public final class Handlers implements Decisions {

  private final JobService jobs = new JobService();
  private final Attempts attempts = new Attempts(jobs);
  private final AcceptOffersHandler acceptOffers = new AcceptOffersHandler();
  private final AcknowledgeUpdateHandler acknowledgeUpdate = new AcknowledgeUpdateHandler();
  private final AllocateHandler allocate = new AllocateHandler(Allocator.standard(jobs));
  private final AnswerInverseOffersHandler answerInverseOffers = new AnswerInverseOffersHandler();
  private final ApplySettingsHandler applySettings = new ApplySettingsHandler();
  private final CancelJobHandler cancelJob = new CancelJobHandler(jobs);
  private final DeactivateAgentHandler deactivateAgent = new DeactivateAgentHandler();
  private final DeclineOffersHandler declineOffers = new DeclineOffersHandler();
  private final DeregisterAgentHandler deregisterAgent = new DeregisterAgentHandler(attempts);
  private final DisconnectFrameworkHandler disconnectFramework = new DisconnectFrameworkHandler();
  private final DrainAgentHandler drainAgent = new DrainAgentHandler();
  private final EndMaintenanceHandler endMaintenance = new EndMaintenanceHandler();
  private final KillTasksHandler killTasks = new KillTasksHandler();
  private final MarkAgentGoneHandler markAgentGone = new MarkAgentGoneHandler(attempts);
  private final MarkAgentUnreachableHandler markAgentUnreachable =
      new MarkAgentUnreachableHandler(attempts);
  private final ReactivateAgentHandler reactivateAgent = new ReactivateAgentHandler();
  private final ReconcileTasksHandler reconcileTasks = new ReconcileTasksHandler();
  private final RegisterAgentHandler registerAgent = new RegisterAgentHandler(attempts);
  private final RejectCallHandler rejectCall = new RejectCallHandler();
  private final RejectSubmissionHandler rejectSubmission = new RejectSubmissionHandler();
  private final ReportStatusHandler reportStatus = new ReportStatusHandler(attempts);
  private final ReserveResourcesHandler reserveResources = new ReserveResourcesHandler();
  private final ReviveOffersHandler reviveOffers = new ReviveOffersHandler();
  private final ScheduleMaintenanceHandler scheduleMaintenance = new ScheduleMaintenanceHandler();
  private final SendMessageHandler sendMessage = new SendMessageHandler();
  private final SetQuotaHandler setQuota = new SetQuotaHandler();
  private final SetWeightsHandler setWeights = new SetWeightsHandler();
  private final StartMaintenanceHandler startMaintenance = new StartMaintenanceHandler(attempts);
  private final SubmitJobHandler submitJob = new SubmitJobHandler();
  private final SubscribeFrameworkHandler subscribeFramework = new SubscribeFrameworkHandler();
  private final SuppressOffersHandler suppressOffers = new SuppressOffersHandler();
  private final TeardownFrameworkHandler teardownFramework = new TeardownFrameworkHandler();
  private final TickHandler tick = new TickHandler(attempts);
  private final UnreserveResourcesHandler unreserveResources = new UnreserveResourcesHandler();
  private final UpdateFrameworkHandler updateFramework = new UpdateFrameworkHandler();

  @Override
  public @Nullable Rejection handle(Command command, Context context) {
    return switch (command) {
      case Allocate c -> allocate.handle(c, context);
      case ApplySettings c -> applySettings.handle(c, context);
      case CancelJob c -> cancelJob.handle(c, context);
      case DeregisterAgent c -> deregisterAgent.handle(c, context);
      case MarkAgentUnreachable c -> markAgentUnreachable.handle(c, context);
      case RegisterAgent c -> registerAgent.handle(c, context);
      case RejectCall c -> rejectCall.handle(c, context);
      case RejectSubmission c -> rejectSubmission.handle(c, context);
      case ReportStatus c -> reportStatus.handle(c, context);
      case SubmitJob c -> submitJob.handle(c, context);
      case TeardownFramework c -> teardownFramework.handle(c, context);
      case Tick c -> tick.handle(c, context);
      case SchedulerCall call -> handle(call, context);
      case OperatorCommand operator -> handle(operator, context);
    };
  }

  private @Nullable Rejection handle(SchedulerCall call, Context context) {
    return switch (call) {
      case AcceptOffers c -> acceptOffers.handle(c, context);
      case AcknowledgeUpdate c -> acknowledgeUpdate.handle(c, context);
      case AnswerInverseOffers c -> answerInverseOffers.handle(c, context);
      case DeclineOffers c -> declineOffers.handle(c, context);
      case DisconnectFramework c -> disconnectFramework.handle(c, context);
      case KillTasks c -> killTasks.handle(c, context);
      case ReconcileTasks c -> reconcileTasks.handle(c, context);
      case ReviveOffers c -> reviveOffers.handle(c, context);
      case SendMessage c -> sendMessage.handle(c, context);
      case SubscribeFramework c -> subscribeFramework.handle(c, context);
      case SuppressOffers c -> suppressOffers.handle(c, context);
      case UpdateFramework c -> updateFramework.handle(c, context);
    };
  }

  private @Nullable Rejection handle(OperatorCommand command, Context context) {
    return switch (command) {
      case DeactivateAgent c -> deactivateAgent.handle(c, context);
      case DrainAgent c -> drainAgent.handle(c, context);
      case EndMaintenance c -> endMaintenance.handle(c, context);
      case MarkAgentGone c -> markAgentGone.handle(c, context);
      case ReactivateAgent c -> reactivateAgent.handle(c, context);
      case ReserveResources c -> reserveResources.handle(c, context);
      case ScheduleMaintenance c -> scheduleMaintenance.handle(c, context);
      case SetQuota c -> setQuota.handle(c, context);
      case SetWeights c -> setWeights.handle(c, context);
      case StartMaintenance c -> startMaintenance.handle(c, context);
      case UnreserveResources c -> unreserveResources.handle(c, context);
    };
  }
}
