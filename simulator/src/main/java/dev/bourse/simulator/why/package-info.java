/** Why a job waits, runs where it runs, or has ended as it has: from its history. */
@NullMarked
package dev.bourse.simulator.why;

import org.jspecify.annotations.NullMarked;
