/** Stages that say in which order agents are offered. */
@NullMarked
package dev.bourse.core.allocator.rank;

import org.jspecify.annotations.NullMarked;
