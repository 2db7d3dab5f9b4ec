package dev.bourse.master.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.bourse.core.state.Row;
import dev.bourse.core.state.RowKey;
import dev.bourse.core.state.Table;
import dev.bourse.topics.codec.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** Rows of the state as keys and values of the changelog. */
final class RowCodec {

  private static final ObjectWriter WRITER = Json.MAPPER.writer();

  private static final Map<Table, ObjectReader> READERS = new EnumMap<>(Table.class);

  static {
    for (Table table : Table.values()) {
      READERS.put(table, Json.MAPPER.readerFor(table.rowType()));
    }
  }

  private RowCodec() {}

  static byte[] key(RowKey key) {
    return key.toString().getBytes(StandardCharsets.UTF_8);
  }

  static RowKey key(byte[] bytes) {
    return RowKey.parse(new String(bytes, StandardCharsets.UTF_8));
  }

  static byte[] value(Row row) {
    try {
      return WRITER.writeValueAsBytes(row);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + row.key(), e);
    }
  }

  static Row value(RowKey key, byte[] bytes) {
    try {
      return Objects.requireNonNull(READERS.get(key.table())).readValue(bytes);
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + key + " from the changelog", e);
    }
  }
}
