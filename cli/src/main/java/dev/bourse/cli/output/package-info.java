/** Jobs and agents as people read them. */
@NullMarked
package dev.bourse.cli.output;

import org.jspecify.annotations.NullMarked;
