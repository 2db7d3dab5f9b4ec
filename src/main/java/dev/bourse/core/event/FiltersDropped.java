package dev.bourse.core.event;

import dev.bourse.topics.id.FrameworkId;

/**
 * What a framework has declined does not count any more: it has a new session, or is over.
 *
 * @param framework who
 */
public record FiltersDropped(FrameworkId framework) implements Event {}
