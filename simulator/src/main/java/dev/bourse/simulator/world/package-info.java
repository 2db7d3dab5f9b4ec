/** Virtual time, seeded chance, and the story of what happened. */
@NullMarked
package dev.bourse.simulator.world;

import org.jspecify.annotations.NullMarked;
