/** Room for those that have waited for long: it is kept, and if need be made. */
@NullMarked
package dev.bourse.core.allocator.room;

import org.jspecify.annotations.NullMarked;
