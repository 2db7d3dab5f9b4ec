/** What must always be true, and digests to compare states by. */
@NullMarked
package dev.bourse.core.check;

import org.jspecify.annotations.NullMarked;
