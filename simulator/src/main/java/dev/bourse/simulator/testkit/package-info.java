/**
 * Clusters for tests: {@link dev.bourse.simulator.testkit.SimulatedCluster} is a whole one in one
 * thread, in virtual time, with faults that the test chooses.
 */
@NullMarked
package dev.bourse.simulator.testkit;

import org.jspecify.annotations.NullMarked;
