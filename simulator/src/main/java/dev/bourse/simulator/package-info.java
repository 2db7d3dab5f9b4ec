/** The tools around the core: the simulated cluster, replay, what-if, audit. */
@NullMarked
package dev.bourse.simulator;

import org.jspecify.annotations.NullMarked;
