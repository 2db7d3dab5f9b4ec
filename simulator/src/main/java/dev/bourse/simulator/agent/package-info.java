/** A model of machines around the real agent machine: disk, processes, network, clock. */
@NullMarked
package dev.bourse.simulator.agent;

import org.jspecify.annotations.NullMarked;
