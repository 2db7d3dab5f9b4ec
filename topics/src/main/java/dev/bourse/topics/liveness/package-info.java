/** What agents say merely to be heard. */
@NullMarked
package dev.bourse.topics.liveness;

import org.jspecify.annotations.NullMarked;
