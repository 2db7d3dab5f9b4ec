/** Deciding a journal once more, to see that it comes to the same. */
@NullMarked
package dev.bourse.core.replay;

import org.jspecify.annotations.NullMarked;
