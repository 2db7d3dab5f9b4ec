package dev.bourse.gateway.view;

/**
 * A row of a table, and the record it came with. Of two rows of one key the one with the higher
 * offset is newer.
 *
 * @param view the row
 * @param offset of its record
 */
public record Row<V>(V view, long offset) {}
