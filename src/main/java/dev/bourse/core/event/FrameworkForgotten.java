package dev.bourse.core.event;

import dev.bourse.topics.id.FrameworkId;

/**
 * A framework that is over need not be remembered any more.
 *
 * @param framework which
 */
public record FrameworkForgotten(FrameworkId framework) implements Event {}
