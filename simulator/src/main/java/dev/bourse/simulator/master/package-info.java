/** A model of the master's processes around the real core: transactions, crashes, takeovers. */
@NullMarked
package dev.bourse.simulator.master;

import org.jspecify.annotations.NullMarked;
