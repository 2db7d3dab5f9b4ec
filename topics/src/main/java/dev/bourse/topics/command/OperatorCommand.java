package dev.bourse.topics.command;

/** What an operator asks for, on the {@code operations} topic. */
public sealed interface OperatorCommand extends Command
    permits DeactivateAgent,
        DrainAgent,
        EndMaintenance,
        MarkAgentGone,
        ReactivateAgent,
        ReserveResources,
        ScheduleMaintenance,
        SetQuota,
        SetWeights,
        StartMaintenance,
        UnreserveResources {}
