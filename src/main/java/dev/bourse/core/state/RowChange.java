package dev.bourse.core.state;

import org.jspecify.annotations.Nullable;

/**
 * What a step did to one row.
 *
 * @param key which
 * @param row as it is now; null when it is gone
 */
public record RowChange(RowKey key, @Nullable Row row) {}
