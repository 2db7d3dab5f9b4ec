package dev.bourse.core.event;

import dev.bourse.topics.id.FrameworkId;
import org.jspecify.annotations.Nullable;

/**
 * A framework has no session any more; its tasks go on.
 *
 * @param framework which
 * @param at in epoch milliseconds
 * @param removalAt when it is removed unless it returns, in epoch milliseconds
 * @param message why, or null
 */
public record FrameworkDisconnected(
    FrameworkId framework, long at, long removalAt, @Nullable String message) implements Event {}
