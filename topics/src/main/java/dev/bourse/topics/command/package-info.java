/** Everything that can be asked of the core; those that come from a topic are records on it. */
@NullMarked
package dev.bourse.topics.command;

import org.jspecify.annotations.NullMarked;
