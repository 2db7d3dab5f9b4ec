/** Task output on its way from an agent to whoever reads it. */
@NullMarked
package dev.bourse.topics.log;

import org.jspecify.annotations.NullMarked;
