package dev.bourse.core.event;

import dev.bourse.topics.command.RoleSettings;

/**
 * An operator has said something of a role.
 *
 * @param role which
 * @param settings what counts now
 */
public record RoleChanged(String role, RoleSettings settings) implements Event {}
