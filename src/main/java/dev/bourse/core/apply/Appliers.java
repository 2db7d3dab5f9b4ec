package dev.bourse.core.apply;

import dev.bourse.core.event.AgentBarred;
import dev.bourse.core.event.AgentBecameUnreachable;
import dev.bourse.core.event.AgentForgotten;
import dev.bourse.core.event.AgentRegistered;
import dev.bourse.core.event.AgentRemoved;
import dev.bourse.core.event.AllocationCompleted;
import dev.bourse.core.event.BucketDrawn;
import dev.bourse.core.event.CallRejected;
import dev.bourse.core.event.Event;
import dev.bourse.core.event.FilterExpired;
import dev.bourse.core.event.FilterSet;
import dev.bourse.core.event.FiltersDropped;
import dev.bourse.core.event.FrameworkConnected;
import dev.bourse.core.event.FrameworkDisconnected;
import dev.bourse.core.event.FrameworkForgotten;
import dev.bourse.core.event.FrameworkRemoved;
import dev.bourse.core.event.FrameworkTaskLaunched;
import dev.bourse.core.event.FrameworkUpdated;
import dev.bourse.core.event.InverseOfferAnswered;
import dev.bourse.core.event.InverseOfferMade;
import dev.bourse.core.event.InverseOfferWithdrawn;
import dev.bourse.core.event.JobArchived;
import dev.bourse.core.event.JobCancelRequested;
import dev.bourse.core.event.JobEnded;
import dev.bourse.core.event.JobExpired;
import dev.bourse.core.event.JobRejected;
import dev.bourse.core.event.JobRequeued;
import dev.bourse.core.event.JobResubmitted;
import dev.bourse.core.event.JobRetryDue;
import dev.bourse.core.event.JobSubmitted;
import dev.bourse.core.event.OfferAccepted;
import dev.bourse.core.event.OfferConflicted;
import dev.bourse.core.event.OfferDeclined;
import dev.bourse.core.event.OfferExpired;
import dev.bourse.core.event.OfferMade;
import dev.bourse.core.event.OfferRescinded;
import dev.bourse.core.event.OffersRevived;
import dev.bourse.core.event.OffersSuppressed;
import dev.bourse.core.event.OperationEnded;
import dev.bourse.core.event.ReconciliationContinued;
import dev.bourse.core.event.RegistrationQuestioned;
import dev.bourse.core.event.ReservationChanged;
import dev.bourse.core.event.RoleChanged;
import dev.bourse.core.event.SettingsChanged;
import dev.bourse.core.event.StaleAttemptFound;
import dev.bourse.core.event.StatusAcknowledged;
import dev.bourse.core.event.SubscriptionRefused;
import dev.bourse.core.event.SubscriptionRepeated;
import dev.bourse.core.event.TaskArchived;
import dev.bourse.core.event.TaskEnded;
import dev.bourse.core.event.TaskForgotten;
import dev.bourse.core.event.TaskKillRequested;
import dev.bourse.core.event.TaskLaunched;
import dev.bourse.core.event.TaskStatusChanged;
import dev.bourse.core.event.UpdateAcknowledged;
import dev.bourse.core.event.UpdateQueued;
import dev.bourse.core.event.UpdateResent;
import dev.bourse.core.event.UpdateSent;
import dev.bourse.core.event.UpdatesDropped;
import dev.bourse.core.event.UpkeepChanged;
import dev.bourse.core.state.mutable.MutableClusterState;

/** Every event and its applier. */
public final class Appliers implements Changes {

  private final AgentBarredApplier agentBarred = new AgentBarredApplier();
  private final AgentBecameUnreachableApplier agentBecameUnreachable =
      new AgentBecameUnreachableApplier();
  private final AgentForgottenApplier agentForgotten = new AgentForgottenApplier();
  private final AgentRegisteredApplier agentRegistered = new AgentRegisteredApplier();
  private final AgentRemovedApplier agentRemoved = new AgentRemovedApplier();
  private final AllocationCompletedApplier allocationCompleted = new AllocationCompletedApplier();
  private final BucketDrawnApplier bucketDrawn = new BucketDrawnApplier();
  private final CallRejectedApplier callRejected = new CallRejectedApplier();
  private final FilterExpiredApplier filterExpired = new FilterExpiredApplier();
  private final FilterSetApplier filterSet = new FilterSetApplier();
  private final FiltersDroppedApplier filtersDropped = new FiltersDroppedApplier();
  private final FrameworkConnectedApplier frameworkConnected = new FrameworkConnectedApplier();
  private final FrameworkDisconnectedApplier frameworkDisconnected =
      new FrameworkDisconnectedApplier();
  private final FrameworkForgottenApplier frameworkForgotten = new FrameworkForgottenApplier();
  private final FrameworkRemovedApplier frameworkRemoved = new FrameworkRemovedApplier();
  private final FrameworkTaskLaunchedApplier frameworkTaskLaunched =
      new FrameworkTaskLaunchedApplier();
  private final FrameworkUpdatedApplier frameworkUpdated = new FrameworkUpdatedApplier();
  private final InverseOfferAnsweredApplier inverseOfferAnswered =
      new InverseOfferAnsweredApplier();
  private final InverseOfferMadeApplier inverseOfferMade = new InverseOfferMadeApplier();
  private final InverseOfferWithdrawnApplier inverseOfferWithdrawn =
      new InverseOfferWithdrawnApplier();
  private final JobArchivedApplier jobArchived = new JobArchivedApplier();
  private final JobCancelRequestedApplier jobCancelRequested = new JobCancelRequestedApplier();
  private final JobEndedApplier jobEnded = new JobEndedApplier();
  private final JobExpiredApplier jobExpired = new JobExpiredApplier();
  private final JobRejectedApplier jobRejected = new JobRejectedApplier();
  private final JobRequeuedApplier jobRequeued = new JobRequeuedApplier();
  private final JobResubmittedApplier jobResubmitted = new JobResubmittedApplier();
  private final JobRetryDueApplier jobRetryDue = new JobRetryDueApplier();
  private final JobSubmittedApplier jobSubmitted = new JobSubmittedApplier();
  private final OfferAcceptedApplier offerAccepted = new OfferAcceptedApplier();
  private final OfferConflictedApplier offerConflicted = new OfferConflictedApplier();
  private final OfferDeclinedApplier offerDeclined = new OfferDeclinedApplier();
  private final OfferExpiredApplier offerExpired = new OfferExpiredApplier();
  private final OfferMadeApplier offerMade = new OfferMadeApplier();
  private final OfferRescindedApplier offerRescinded = new OfferRescindedApplier();
  private final OffersRevivedApplier offersRevived = new OffersRevivedApplier();
  private final OffersSuppressedApplier offersSuppressed = new OffersSuppressedApplier();
  private final OperationEndedApplier operationEnded = new OperationEndedApplier();
  private final ReconciliationContinuedApplier reconciliationContinued =
      new ReconciliationContinuedApplier();
  private final RegistrationQuestionedApplier registrationQuestioned =
      new RegistrationQuestionedApplier();
  private final ReservationChangedApplier reservationChanged = new ReservationChangedApplier();
  private final RoleChangedApplier roleChanged = new RoleChangedApplier();
  private final SettingsChangedApplier settingsChanged = new SettingsChangedApplier();
  private final StaleAttemptFoundApplier staleAttemptFound = new StaleAttemptFoundApplier();
  private final StatusAcknowledgedApplier statusAcknowledged = new StatusAcknowledgedApplier();
  private final SubscriptionRefusedApplier subscriptionRefused = new SubscriptionRefusedApplier();
  private final SubscriptionRepeatedApplier subscriptionRepeated =
      new SubscriptionRepeatedApplier();
  private final TaskArchivedApplier taskArchived = new TaskArchivedApplier();
  private final TaskEndedApplier taskEnded = new TaskEndedApplier();
  private final TaskForgottenApplier taskForgotten = new TaskForgottenApplier();
  private final TaskKillRequestedApplier taskKillRequested = new TaskKillRequestedApplier();
  private final TaskLaunchedApplier taskLaunched = new TaskLaunchedApplier();
  private final TaskStatusChangedApplier taskStatusChanged = new TaskStatusChangedApplier();
  private final UpdateAcknowledgedApplier updateAcknowledged = new UpdateAcknowledgedApplier();
  private final UpdateQueuedApplier updateQueued = new UpdateQueuedApplier();
  private final UpdateResentApplier updateResent = new UpdateResentApplier();
  private final UpdateSentApplier updateSent = new UpdateSentApplier();
  private final UpdatesDroppedApplier updatesDropped = new UpdatesDroppedApplier();
  private final UpkeepChangedApplier upkeepChanged = new UpkeepChangedApplier();

  @Override
  public void apply(Event event, MutableClusterState state) {
    switch (event) {
      case AgentBarred e -> agentBarred.apply(e, state);
      case AgentBecameUnreachable e -> agentBecameUnreachable.apply(e, state);
      case AgentForgotten e -> agentForgotten.apply(e, state);
      case AgentRegistered e -> agentRegistered.apply(e, state);
      case AgentRemoved e -> agentRemoved.apply(e, state);
      case AllocationCompleted e -> allocationCompleted.apply(e, state);
      case BucketDrawn e -> bucketDrawn.apply(e, state);
      case CallRejected e -> callRejected.apply(e, state);
      case FilterExpired e -> filterExpired.apply(e, state);
      case FilterSet e -> filterSet.apply(e, state);
      case FiltersDropped e -> filtersDropped.apply(e, state);
      case FrameworkConnected e -> frameworkConnected.apply(e, state);
      case FrameworkDisconnected e -> frameworkDisconnected.apply(e, state);
      case FrameworkForgotten e -> frameworkForgotten.apply(e, state);
      case FrameworkRemoved e -> frameworkRemoved.apply(e, state);
      case FrameworkTaskLaunched e -> frameworkTaskLaunched.apply(e, state);
      case FrameworkUpdated e -> frameworkUpdated.apply(e, state);
      case InverseOfferAnswered e -> inverseOfferAnswered.apply(e, state);
      case InverseOfferMade e -> inverseOfferMade.apply(e, state);
      case InverseOfferWithdrawn e -> inverseOfferWithdrawn.apply(e, state);
      case JobArchived e -> jobArchived.apply(e, state);
      case JobCancelRequested e -> jobCancelRequested.apply(e, state);
      case JobEnded e -> jobEnded.apply(e, state);
      case JobExpired e -> jobExpired.apply(e, state);
      case JobRejected e -> jobRejected.apply(e, state);
      case JobRequeued e -> jobRequeued.apply(e, state);
      case JobResubmitted e -> jobResubmitted.apply(e, state);
      case JobRetryDue e -> jobRetryDue.apply(e, state);
      case JobSubmitted e -> jobSubmitted.apply(e, state);
      case OfferAccepted e -> offerAccepted.apply(e, state);
      case OfferConflicted e -> offerConflicted.apply(e, state);
      case OfferDeclined e -> offerDeclined.apply(e, state);
      case OfferExpired e -> offerExpired.apply(e, state);
      case OfferMade e -> offerMade.apply(e, state);
      case OfferRescinded e -> offerRescinded.apply(e, state);
      case OffersRevived e -> offersRevived.apply(e, state);
      case OffersSuppressed e -> offersSuppressed.apply(e, state);
      case OperationEnded e -> operationEnded.apply(e, state);
      case ReconciliationContinued e -> reconciliationContinued.apply(e, state);
      case RegistrationQuestioned e -> registrationQuestioned.apply(e, state);
      case ReservationChanged e -> reservationChanged.apply(e, state);
      case RoleChanged e -> roleChanged.apply(e, state);
      case SettingsChanged e -> settingsChanged.apply(e, state);
      case StaleAttemptFound e -> staleAttemptFound.apply(e, state);
      case StatusAcknowledged e -> statusAcknowledged.apply(e, state);
      case SubscriptionRefused e -> subscriptionRefused.apply(e, state);
      case SubscriptionRepeated e -> subscriptionRepeated.apply(e, state);
      case TaskArchived e -> taskArchived.apply(e, state);
      case TaskEnded e -> taskEnded.apply(e, state);
      case TaskForgotten e -> taskForgotten.apply(e, state);
      case TaskKillRequested e -> taskKillRequested.apply(e, state);
      case TaskLaunched e -> taskLaunched.apply(e, state);
      case TaskStatusChanged e -> taskStatusChanged.apply(e, state);
      case UpdateAcknowledged e -> updateAcknowledged.apply(e, state);
      case UpdateQueued e -> updateQueued.apply(e, state);
      case UpdateResent e -> updateResent.apply(e, state);
      case UpdateSent e -> updateSent.apply(e, state);
      case UpdatesDropped e -> updatesDropped.apply(e, state);
      case UpkeepChanged e -> upkeepChanged.apply(e, state);
    }
  }
}
