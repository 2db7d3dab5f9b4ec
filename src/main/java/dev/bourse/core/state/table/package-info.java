/**
 * The maps behind the state, with their indexes, changes since the last commit and the way back.
 */
@NullMarked
package dev.bourse.core.state.table;

import org.jspecify.annotations.NullMarked;
