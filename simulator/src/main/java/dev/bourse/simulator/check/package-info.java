/** What must hold after every step, and in the end. */
@NullMarked
package dev.bourse.simulator.check;

import org.jspecify.annotations.NullMarked;
