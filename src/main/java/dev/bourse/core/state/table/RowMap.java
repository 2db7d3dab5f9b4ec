package dev.bourse.core.state.table;

import dev.bourse.core.state.Row;
import dev.bourse.core.state.RowKey;
import dev.bourse.core.state.Table;
import java.util.AbstractCollection;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Rows by key, each table in a map of its own: most are small, and all are shorter than the sum.
 */
final class RowMap {

  private final EnumMap<Table, TreeMap<String, Row>> tables = new EnumMap<>(Table.class);

  RowMap() {
    for (Table table : Table.values()) {
      tables.put(table, new TreeMap<>());
    }
  }

  /** The rows of a table by id. */
  NavigableMap<String, Row> table(Table table) {
    TreeMap<String, Row> rows = tables.get(table);
    if (rows == null) {
      throw new IllegalStateException("there is no table " + table);
    }
    return rows;
  }

  @Nullable Row get(Table table, String id) {
    return table(table).get(id);
  }

  @Nullable Row get(RowKey key) {
    return get(key.table(), key.id());
  }

  /** The row that was there before. */
  @Nullable Row put(RowKey key, Row row) {
    return table(key.table()).put(key.id(), row);
  }

  /** The row that was there before. */
  @Nullable Row remove(RowKey key) {
    return table(key.table()).remove(key.id());
  }

  void clear() {
    tables.values().forEach(TreeMap::clear);
  }

  /** All rows in the order of their keys; follows every change. */
  Collection<Row> values() {
    return new AbstractCollection<>() {
      @Override
      public Iterator<Row> iterator() {
        return tables.values().stream().flatMap(rows -> rows.values().stream()).iterator();
      }

      @Override
      public void forEach(Consumer<? super Row> action) {
        tables.values().forEach(rows -> rows.values().forEach(action));
      }

      @Override
      public int size() {
        return tables.values().stream().mapToInt(TreeMap::size).sum();
      }
    };
  }
}
