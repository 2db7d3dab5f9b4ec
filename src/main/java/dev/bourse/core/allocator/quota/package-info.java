/** What roles may hold at most, and what is kept for them. */
@NullMarked
package dev.bourse.core.allocator.quota;

import org.jspecify.annotations.NullMarked;
