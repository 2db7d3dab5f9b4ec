/**
 * The {@code bourse} command.
 *
 * <p>{@link dev.bourse.cli.Bourse} parses and reports; {@code command} has one class per command,
 * which talks to a cluster through {@code client} and, where there is none, starts one through
 * {@code local}. The broker, the master and the agents run in processes of their own, so this one
 * needs neither Kafka nor Quarkus and can become a native image.
 */
@NullMarked
package dev.bourse.cli;

import org.jspecify.annotations.NullMarked;
