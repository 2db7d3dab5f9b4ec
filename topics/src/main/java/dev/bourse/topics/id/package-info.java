/** Identifiers as they appear in records and record keys: checked when made. */
@NullMarked
package dev.bourse.topics.id;

import org.jspecify.annotations.NullMarked;
