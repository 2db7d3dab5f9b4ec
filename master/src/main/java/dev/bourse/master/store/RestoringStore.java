package dev.bourse.master.store;

import dev.bourse.core.state.RowKey;
import dev.bourse.core.state.table.Tables;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.query.Position;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The innermost store. What comes from the changelog goes into the typed tables, on an active task
 * that restores and on a standby alike. What comes from the processor is there already: the core
 * has changed the tables before the host logs the change.
 */
final class RestoringStore implements KeyValueStore<Bytes, byte[]> {

  private final Tables tables = new Tables();
  private boolean open;

  Tables tables() {
    return tables;
  }

  @Override
  public String name() {
    return ClusterStore.NAME;
  }

  /** A task that is revived after corruption begins with the same instance, and from nothing. */
  @Override
  public void init(StateStoreContext context, StateStore root) {
    tables.clear();
    context.register(root, this::restore);
    open = true;
  }

  private void restore(byte[] key, byte @Nullable [] value) {
    RowKey rowKey = RowCodec.key(key);
    tables.restore(rowKey, value == null ? null : RowCodec.value(rowKey, value));
  }

  @Override
  public void close() {
    tables.clear();
    open = false;
  }

  @Override
  public boolean persistent() {
    return false;
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  @Override
  public Position getPosition() {
    return Position.emptyPosition();
  }

  @Override
  public void put(Bytes key, byte @Nullable [] value) {
    // The tables have it.
  }

  @Override
  public byte @Nullable [] putIfAbsent(Bytes key, byte[] value) {
    throw onlyTables();
  }

  @Override
  public void putAll(List<KeyValue<Bytes, byte[]>> entries) {
    throw onlyTables();
  }

  @Override
  public byte @Nullable [] delete(Bytes key) {
    throw onlyTables();
  }

  @Override
  public byte @Nullable [] get(Bytes key) {
    throw onlyTables();
  }

  @Override
  public KeyValueIterator<Bytes, byte[]> range(Bytes from, Bytes to) {
    throw onlyTables();
  }

  @Override
  public KeyValueIterator<Bytes, byte[]> all() {
    throw onlyTables();
  }

  @Override
  public long approximateNumEntries() {
    return tables.rows().size();
  }

  private static UnsupportedOperationException onlyTables() {
    return new UnsupportedOperationException("the state is read from its typed tables");
  }
}
