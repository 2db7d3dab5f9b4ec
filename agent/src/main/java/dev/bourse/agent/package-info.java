/** The agent application: its settings, and its way from start to stop. */
@NullMarked
package dev.bourse.agent;

import org.jspecify.annotations.NullMarked;
