/** The order in which inputs were applied, and what came out, as a digest. */
@NullMarked
package dev.bourse.topics.journal;

import org.jspecify.annotations.NullMarked;
