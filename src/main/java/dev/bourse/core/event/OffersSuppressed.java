package dev.bourse.core.event;

import dev.bourse.topics.id.FrameworkId;
import java.util.List;

/**
 * A framework wants no offers in some roles.
 *
 * @param framework who
 * @param roles which, in alphabetical order
 */
public record OffersSuppressed(FrameworkId framework, List<String> roles) implements Event {}
