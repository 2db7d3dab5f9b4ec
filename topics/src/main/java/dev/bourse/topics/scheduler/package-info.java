/** What frameworks are told: offers, updates of their tasks, and answers to their calls. */
@NullMarked
package dev.bourse.topics.scheduler;

import org.jspecify.annotations.NullMarked;
