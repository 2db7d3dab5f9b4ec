/**
 * The scheduler itself: a replicated state machine, pure and deterministic.
 *
 * <p>{@link dev.bourse.core.StateMachine} takes a {@link dev.bourse.core.Envelope} (a command, its
 * position and the time) and returns an {@link dev.bourse.core.Outcome}. A handler in {@code
 * decide} sees read-only state and emits events; an applier in {@code apply} changes the state the
 * moment its event is emitted; orders and views are derived from events. The same inputs in the
 * same order give the same outcomes, on any machine and in any year: nothing here knows Kafka, a
 * clock, a thread or chance.
 */
@NullMarked
package dev.bourse.core;

import org.jspecify.annotations.NullMarked;
