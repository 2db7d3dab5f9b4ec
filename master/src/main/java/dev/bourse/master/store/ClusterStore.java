package dev.bourse.master.store;

import dev.bourse.core.state.RowChange;
import dev.bourse.core.state.table.Tables;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.query.Position;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The state of one cell as Streams sees it. Deliberately no {@code KeyValueStore}: Streams hands
 * such a store out undecorated, so that the processor gets its task's typed state.
 *
 * <p>Threads: the stream thread while the task is active, the state updater thread while it
 * restores or stands by; Streams sees to it that there is never more than one.
 */
public final class ClusterStore implements StateStore {

  /** The name of the store, and part of its changelog's. */
  public static final String NAME = "cluster";

  private final RestoringStore restoring;
  private final KeyValueStore<Bytes, byte[]> logged;

  ClusterStore(RestoringStore restoring, KeyValueStore<Bytes, byte[]> logged) {
    this.restoring = restoring;
    this.logged = logged;
  }

  /** The typed state. */
  public Tables tables() {
    return restoring.tables();
  }

  /** Logs what a step has changed. */
  public void log(List<RowChange> changes) {
    for (RowChange change : changes) {
      Bytes key = Bytes.wrap(RowCodec.key(change.key()));
      logged.put(key, change.row() == null ? null : RowCodec.value(change.row()));
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void init(StateStoreContext context, StateStore root) {
    logged.init(context, root);
  }

  @Override
  public void commit(Map<TopicPartition, Long> offsets) {
    logged.commit(offsets);
  }

  @Override
  public void close() {
    logged.close();
  }

  @Override
  public boolean persistent() {
    return false;
  }

  @Override
  public boolean isOpen() {
    return logged.isOpen();
  }

  @Override
  public Position getPosition() {
    return logged.getPosition();
  }
}
