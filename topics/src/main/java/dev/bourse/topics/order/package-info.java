/** What the master tells an agent to do, through the {@code launches} topic. */
@NullMarked
package dev.bourse.topics.order;

import org.jspecify.annotations.NullMarked;
