/** Workloads of real machines, from files that others publish. */
@NullMarked
package dev.bourse.simulator.trace;

import org.jspecify.annotations.NullMarked;
