/** Dominant resource fairness over roles. */
@NullMarked
package dev.bourse.core.allocator.fairshare;

import org.jspecify.annotations.NullMarked;
