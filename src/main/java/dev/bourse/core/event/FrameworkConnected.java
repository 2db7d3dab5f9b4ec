package dev.bourse.core.event;

import dev.bourse.topics.framework.FrameworkInfo;
import dev.bourse.topics.id.FrameworkId;

/**
 * A framework has a session from now on; one that it had before is over.
 *
 * @param framework which
 * @param session of the framework
 * @param info what it says of itself
 * @param at in epoch milliseconds
 */
public record FrameworkConnected(FrameworkId framework, String session, FrameworkInfo info, long at)
    implements Event {}
