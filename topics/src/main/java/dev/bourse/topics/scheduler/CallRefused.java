package dev.bourse.topics.scheduler;

import dev.bourse.topics.id.FrameworkId;
import org.jspecify.annotations.Nullable;

/**
 * A call was not applied, or not wholly.
 *
 * @param framework who called
 * @param session in which; null when the call could not be read
 * @param call what kind of call
 * @param reason names the field or thing, what was found and what is allowed
 * @param throttled whether it was refused for coming too fast; the same call may be applied later
 * @param position of the call, {@code partition:offset}; the record itself is on the dead letters
 */
public record CallRefused(
    FrameworkId framework,
    @Nullable String session,
    String call,
    String reason,
    boolean throttled,
    String position)
    implements SchedulerEvent {}
