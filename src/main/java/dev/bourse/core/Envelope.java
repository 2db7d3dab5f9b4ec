package dev.bourse.core;

import dev.bourse.core.context.Position;
import dev.bourse.topics.command.Command;
import org.jspecify.annotations.Nullable;

/**
 * A command on its way into the core.
 *
 * @param command what is asked
 * @param position where it stands in the log; null when it comes from the host
 * @param time the only "now" there is, in epoch milliseconds; one that lies before that of the step
 *     before counts as that one
 */
public record Envelope(Command command, @Nullable Position position, long time) {}
