/** One applier for each event: the only code that changes state. */
@NullMarked
package dev.bourse.core.apply;

import org.jspecify.annotations.NullMarked;
