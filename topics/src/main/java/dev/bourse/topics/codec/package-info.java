/** JSON in and out: strict, bounded, and with errors that name the field. */
@NullMarked
package dev.bourse.topics.codec;

import org.jspecify.annotations.NullMarked;
