/** What surrounds a command: the process's streams, its environment, its exit codes. */
@NullMarked
package dev.bourse.cli.console;

import org.jspecify.annotations.NullMarked;
