/** Stages that say which agents may be offered, and why not. */
@NullMarked
package dev.bourse.core.allocator.filter;

import org.jspecify.annotations.NullMarked;
