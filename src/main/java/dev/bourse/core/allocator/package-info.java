/** Who is offered what: agents are filtered and ranked, roles go in order of their fair share. */
@NullMarked
package dev.bourse.core.allocator;

import org.jspecify.annotations.NullMarked;
