package dev.bourse.topics.command;

/**
 * Something the core is asked to do. Imperative; every command ends as applied or as rejected with
 * a reason. {@link Tick}, {@link Allocate} and {@link ApplySettings} come from the host, all others
 * from a topic.
 */
public sealed interface Command
    permits Allocate,
        ApplySettings,
        CancelJob,
        DeregisterAgent,
        MarkAgentUnreachable,
        OperatorCommand,
        RegisterAgent,
        RejectCall,
        RejectSubmission,
        ReportStatus,
        SchedulerCall,
        SubmitJob,
        TeardownFramework,
        Tick {}
