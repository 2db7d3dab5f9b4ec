/**
 * What the gateway knows: in-memory copies of the compacted tables, kept by the channels that
 * follow them. One channel thread writes to a table, any thread reads.
 */
@NullMarked
package dev.bourse.gateway.view;

import org.jspecify.annotations.NullMarked;
