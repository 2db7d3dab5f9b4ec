/** Task states, reasons and how an attempt ended; the words are those of Mesos. */
@NullMarked
package dev.bourse.topics.task;

import org.jspecify.annotations.NullMarked;
