/** Follows the output of tasks and sends it on. */
@NullMarked
package dev.bourse.agent.logs;

import org.jspecify.annotations.NullMarked;
