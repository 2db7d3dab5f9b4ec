package dev.bourse.core.state;

/**
 * Where a row is kept.
 *
 * @param table which table
 * @param id which row of it
 */
public record RowKey(Table table, String id) implements Comparable<RowKey> {

  @Override
  public int compareTo(RowKey other) {
    int byTable = table.compareTo(other.table);
    return byTable != 0 ? byTable : id.compareTo(other.id);
  }

  /** {@code table/id}: the key in the changelog. */
  @Override
  public String toString() {
    return table.text() + "/" + id;
  }

  /**
   * Reads {@link #toString}.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static RowKey parse(String text) {
    int slash = text.indexOf('/');
    if (slash > 0) {
      for (Table table : Table.values()) {
        if (table.text().equals(text.substring(0, slash))) {
          return new RowKey(table, text.substring(slash + 1));
        }
      }
    }
    throw new IllegalArgumentException("'" + text + "' is no key of a row");
  }
}
