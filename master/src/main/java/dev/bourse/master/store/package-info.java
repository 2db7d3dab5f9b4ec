/** The state as a Streams store: typed in memory, logged row by row, hot on standbys. */
@NullMarked
package dev.bourse.master.store;

import org.jspecify.annotations.NullMarked;
