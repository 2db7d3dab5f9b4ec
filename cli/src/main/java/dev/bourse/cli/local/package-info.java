/**
 * A whole cluster on this machine: a Kafka broker, a master and agents, each a process of its own.
 *
 * <p>All of them stop when this process is gone, however it went: their standard input is a pipe
 * from here. They do not share its terminal, so that Ctrl-C reaches only this process, which then
 * stops them in order.
 */
@NullMarked
package dev.bourse.cli.local;

import org.jspecify.annotations.NullMarked;
