package dev.bourse.core.event;

import dev.bourse.topics.scheduler.CallRefused;

/**
 * A call of a framework was not applied, and it is told why.
 *
 * @param refusal what it is told
 */
public record CallRejected(CallRefused refusal) implements Event {}
