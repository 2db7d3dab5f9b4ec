/** Many simulations: each seed with its own mixture of features and faults. */
@NullMarked
package dev.bourse.simulator.swarm;

import org.jspecify.annotations.NullMarked;
