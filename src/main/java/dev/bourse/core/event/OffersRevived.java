package dev.bourse.core.event;

import dev.bourse.topics.id.FrameworkId;
import java.util.List;

/**
 * A framework wants offers again in some roles, also of what it has declined.
 *
 * @param framework who
 * @param roles which, in alphabetical order
 * @param at in epoch milliseconds
 */
public record OffersRevived(FrameworkId framework, List<String> roles, long at) implements Event {}
