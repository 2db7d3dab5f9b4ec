/** One handler for each command: it sees read-only state, and emits events or rejects. */
@NullMarked
package dev.bourse.core.decide;

import org.jspecify.annotations.NullMarked;
