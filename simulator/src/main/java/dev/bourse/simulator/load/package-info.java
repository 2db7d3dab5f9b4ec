/** Users: what they submit, twice, wrongly, and take back. */
@NullMarked
package dev.bourse.simulator.load;

import org.jspecify.annotations.NullMarked;
