/** What would have happened: recorded submissions on other machines, under other settings. */
@NullMarked
package dev.bourse.simulator.whatif;

import org.jspecify.annotations.NullMarked;
