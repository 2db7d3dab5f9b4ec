/** Histories and states, shown to people and to programs. */
@NullMarked
package dev.bourse.simulator.view;

import org.jspecify.annotations.NullMarked;
