/**
 * Starts processes, watches them and ends them, so that they do not depend on the life of the
 * agent.
 */
@NullMarked
package dev.bourse.agent.exec;

import org.jspecify.annotations.NullMarked;
