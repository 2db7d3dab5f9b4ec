/** Why things are as they are: what the allocator sees, in words and numbers. */
@NullMarked
package dev.bourse.core.explain;

import org.jspecify.annotations.NullMarked;
