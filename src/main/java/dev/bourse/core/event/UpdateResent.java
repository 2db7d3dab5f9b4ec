package dev.bourse.core.event;

import dev.bourse.topics.id.TaskId;

/**
 * An update was not acknowledged, and is sent again.
 *
 * @param task of which task
 * @param sent whether it is sent now; a framework without a session would not hear it
 * @param resendAt when it is sent next, in epoch milliseconds
 * @param waitMillis how long that is from now
 */
public record UpdateResent(TaskId task, boolean sent, long resendAt, long waitMillis)
    implements Event {}
