/** Which state of a task may follow which. */
@NullMarked
package dev.bourse.core.lifecycle;

import org.jspecify.annotations.NullMarked;
