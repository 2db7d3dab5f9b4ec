/** What the machine has. */
@NullMarked
package dev.bourse.agent.detect;

import org.jspecify.annotations.NullMarked;
