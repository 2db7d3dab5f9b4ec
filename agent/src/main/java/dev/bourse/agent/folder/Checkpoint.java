package dev.bourse.agent.folder;

import dev.bourse.topics.order.LaunchTask;

/**
 * What is on disk before a process starts: {@code checkpoint.json}.
 *
 * @param launch the order
 * @param startedAt when it was carried out, in epoch milliseconds
 * @param boot the id of the boot of the machine; after another one, nothing of it can run
 */
public record Checkpoint(LaunchTask launch, long startedAt, String boot) {}
