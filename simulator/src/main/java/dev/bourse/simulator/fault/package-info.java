/** What goes wrong, and when. */
@NullMarked
package dev.bourse.simulator.fault;

import org.jspecify.annotations.NullMarked;
