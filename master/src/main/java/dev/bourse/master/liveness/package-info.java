/** Who has been heard of: soft state, beside the log. */
@NullMarked
package dev.bourse.master.liveness;

import org.jspecify.annotations.NullMarked;
