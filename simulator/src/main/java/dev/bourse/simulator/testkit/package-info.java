/** Simulated clusters for tests. */
@NullMarked
package dev.bourse.simulator.testkit;

import org.jspecify.annotations.NullMarked;
