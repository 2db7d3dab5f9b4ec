/** From a process to a master that is ready. */
@NullMarked
package dev.bourse.master.start;

import org.jspecify.annotations.NullMarked;
