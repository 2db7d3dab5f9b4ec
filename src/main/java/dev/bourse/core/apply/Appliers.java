package dev.bourse.core.apply;

import dev.bourse.core.event.AgentBecameUnreachable;
import dev.bourse.core.event.AgentForgotten;
import dev.bourse.core.event.AgentRegistered;
import dev.bourse.core.event.AgentRemoved;
import dev.bourse.core.event.AllocationCompleted;
import dev.bourse.core.event.Event;
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
import dev.bourse.core.event.OfferDeclined;
import dev.bourse.core.event.OfferMade;
import dev.bourse.core.event.RegistrationQuestioned;
import dev.bourse.core.event.SettingsChanged;
import dev.bourse.core.event.StaleAttemptFound;
import dev.bourse.core.event.StatusAcknowledged;
import dev.bourse.core.event.TaskArchived;
import dev.bourse.core.event.TaskEnded;
import dev.bourse.core.event.TaskKillRequested;
import dev.bourse.core.event.TaskLaunched;
import dev.bourse.core.event.TaskStatusChanged;
import dev.bourse.core.state.mutable.MutableClusterState;

/** Every event and its applier. */
public final class Appliers implements Changes {

  private final AgentBecameUnreachableApplier agentBecameUnreachable =
      new AgentBecameUnreachableApplier();
  private final AgentForgottenApplier agentForgotten = new AgentForgottenApplier();
  private final AgentRegisteredApplier agentRegistered = new AgentRegisteredApplier();
  private final AgentRemovedApplier agentRemoved = new AgentRemovedApplier();
  private final AllocationCompletedApplier allocationCompleted = new AllocationCompletedApplier();
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
  private final OfferDeclinedApplier offerDeclined = new OfferDeclinedApplier();
  private final OfferMadeApplier offerMade = new OfferMadeApplier();
  private final RegistrationQuestionedApplier registrationQuestioned =
      new RegistrationQuestionedApplier();
  private final SettingsChangedApplier settingsChanged = new SettingsChangedApplier();
  private final StaleAttemptFoundApplier staleAttemptFound = new StaleAttemptFoundApplier();
  private final StatusAcknowledgedApplier statusAcknowledged = new StatusAcknowledgedApplier();
  private final TaskArchivedApplier taskArchived = new TaskArchivedApplier();
  private final TaskEndedApplier taskEnded = new TaskEndedApplier();
  private final TaskKillRequestedApplier taskKillRequested = new TaskKillRequestedApplier();
  private final TaskLaunchedApplier taskLaunched = new TaskLaunchedApplier();
  private final TaskStatusChangedApplier taskStatusChanged = new TaskStatusChangedApplier();

  @Override
  public void apply(Event event, MutableClusterState state) {
    switch (event) {
      case AgentBecameUnreachable e -> agentBecameUnreachable.apply(e, state);
      case AgentForgotten e -> agentForgotten.apply(e, state);
      case AgentRegistered e -> agentRegistered.apply(e, state);
      case AgentRemoved e -> agentRemoved.apply(e, state);
      case AllocationCompleted e -> allocationCompleted.apply(e, state);
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
      case OfferDeclined e -> offerDeclined.apply(e, state);
      case OfferMade e -> offerMade.apply(e, state);
      case RegistrationQuestioned e -> registrationQuestioned.apply(e, state);
      case SettingsChanged e -> settingsChanged.apply(e, state);
      case StaleAttemptFound e -> staleAttemptFound.apply(e, state);
      case StatusAcknowledged e -> statusAcknowledged.apply(e, state);
      case TaskArchived e -> taskArchived.apply(e, state);
      case TaskEnded e -> taskEnded.apply(e, state);
      case TaskKillRequested e -> taskKillRequested.apply(e, state);
      case TaskLaunched e -> taskLaunched.apply(e, state);
      case TaskStatusChanged e -> taskStatusChanged.apply(e, state);
    }
  }
}
