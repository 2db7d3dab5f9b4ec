/** A model of the topics: partitions with offsets and gaps, written at least once. */
@NullMarked
package dev.bourse.simulator.log;

import org.jspecify.annotations.NullMarked;
