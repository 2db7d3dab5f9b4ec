/**
 * What an agent decides: events in, actions out. Pure, single-threaded, and without a clock: the
 * time comes with the event. {@link dev.bourse.agent.machine.AgentMachine} is the entrance.
 */
@NullMarked
package dev.bourse.agent.machine;

import org.jspecify.annotations.NullMarked;
