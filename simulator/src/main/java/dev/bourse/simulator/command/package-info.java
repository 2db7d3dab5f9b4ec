/** The commands of {@code bourse} that decide for themselves: simulate, replay, export, audit. */
@NullMarked
package dev.bourse.simulator.command;

import org.jspecify.annotations.NullMarked;
