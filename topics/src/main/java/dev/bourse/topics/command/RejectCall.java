package dev.bourse.topics.command;

import dev.bourse.topics.id.FrameworkId;

/**
 * A call of a framework that cannot be read: it is answered with the reason.
 *
 * @param framework who
 * @param reason what is wrong with the record
 */
public record RejectCall(FrameworkId framework, String reason) implements Command {}
