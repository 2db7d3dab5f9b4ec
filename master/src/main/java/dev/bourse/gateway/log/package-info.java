/** The output of tasks, read from its topic for one request at a time. */
@NullMarked
package dev.bourse.gateway.log;

import org.jspecify.annotations.NullMarked;
