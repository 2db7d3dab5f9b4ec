package dev.bourse.core.event;

/** Something that happened. Each has one applier. */
public sealed interface Event
    permits AgentBecameUnreachable,
        AgentForgotten,
        AgentRegistered,
        AgentRemoved,
        AllocationCompleted,
        JobArchived,
        JobCancelRequested,
        JobEnded,
        JobExpired,
        JobRejected,
        JobRequeued,
        JobResubmitted,
        JobRetryDue,
        JobSubmitted,
        OfferAccepted,
        OfferDeclined,
        OfferMade,
        SettingsChanged,
        StaleAttemptFound,
        StatusAcknowledged,
        TaskArchived,
        TaskEnded,
        TaskKillRequested,
        TaskLaunched,
        TaskStatusChanged {}
