/**
 * Jobs with their run times on model machines, decided by the real core, and what is measured of
 * it.
 */
@NullMarked
package dev.bourse.simulator.workload;

import org.jspecify.annotations.NullMarked;
