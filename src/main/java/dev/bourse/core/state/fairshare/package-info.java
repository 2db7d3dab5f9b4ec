/** Dominant resource fairness over roles. */
@NullMarked
package dev.bourse.core.state.fairshare;

import org.jspecify.annotations.NullMarked;
