package dev.bourse.core.event;

import dev.bourse.topics.framework.FrameworkInfo;
import dev.bourse.topics.id.FrameworkId;

/**
 * A framework says something else of itself.
 *
 * @param framework which
 * @param info what it says now
 */
public record FrameworkUpdated(FrameworkId framework, FrameworkInfo info) implements Event {}
