/** Runs the machine: feeds it events one by one and carries out what it decides. */
@NullMarked
package dev.bourse.agent.loop;

import org.jspecify.annotations.NullMarked;
