/** What a user writes: the job document, its strict reader and its meaning. */
@NullMarked
package dev.bourse.topics.job;

import org.jspecify.annotations.NullMarked;
