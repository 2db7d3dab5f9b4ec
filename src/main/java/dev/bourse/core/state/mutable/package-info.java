/** The only door to changing the state; appliers have the key. */
@NullMarked
package dev.bourse.core.state.mutable;

import org.jspecify.annotations.NullMarked;
