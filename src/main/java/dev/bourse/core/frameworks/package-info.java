/** What frameworks are owed: their sessions, offers, launches, and news of their tasks. */
@NullMarked
package dev.bourse.core.frameworks;

import org.jspecify.annotations.NullMarked;
