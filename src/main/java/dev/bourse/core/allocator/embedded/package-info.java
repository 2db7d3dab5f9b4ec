/** What a framework inside the core is to the allocator. */
@NullMarked
package dev.bourse.core.allocator.embedded;

import org.jspecify.annotations.NullMarked;
