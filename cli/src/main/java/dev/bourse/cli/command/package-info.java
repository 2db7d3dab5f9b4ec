/** One class per command, and what several of them share. */
@NullMarked
package dev.bourse.cli.command;

import org.jspecify.annotations.NullMarked;
