package dev.bourse.master.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bourse.core.state.CellRow;
import dev.bourse.core.state.FinishedJobRow;
import dev.bourse.core.state.Row;
import dev.bourse.topics.id.JobId;
import dev.bourse.topics.job.JobState;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.StateRestoreCallback;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.junit.jupiter.api.Test;

class RestoringStoreTest {

  private static final Row JOB =
      new FinishedJobRow(new JobId("j1"), "f", JobState.SUCCEEDED, true, 99);

  private final RestoringStore store = new RestoringStore();
  private final List<StateRestoreCallback> callbacks = new ArrayList<>();

  /** Streams itself offers no context that takes a restore callback; all we need of one is that. */
  private final StateStoreContext context =
      (StateStoreContext)
          Proxy.newProxyInstance(
              getClass().getClassLoader(),
              new Class<?>[] {StateStoreContext.class},
              (proxy, method, arguments) -> {
                callbacks.add((StateRestoreCallback) Objects.requireNonNull(arguments)[1]);
                return null;
              });

  private void restore(Row row, boolean present) {
    callbacks.getLast().restore(RowCodec.key(row.key()), present ? RowCodec.value(row) : null);
  }

  @Test
  void shouldFillTheTypedTablesFromTheChangelog() {
    store.init(context, store);
    restore(CellRow.INITIAL.stepped(7, 8), true);
    restore(JOB, true);

    assertThat(store.tables().cell()).isEqualTo(CellRow.INITIAL.stepped(7, 8));
    assertThat(store.tables().finishedJob(new JobId("j1"))).isEqualTo(JOB);

    restore(JOB, false);
    assertThat(store.tables().finishedJob(new JobId("j1"))).isNull();
  }

  @Test
  void shouldBeginFromNothingWhenATaskIsRevived() {
    store.init(context, store);
    restore(JOB, true);

    store.init(context, store);

    assertThat(store.tables().rows()).isEmpty();
    restore(JOB, true);
    assertThat(store.tables().rows()).containsExactly(JOB);
  }

  @Test
  void shouldHoldNothingWhenClosed() {
    store.init(context, store);
    restore(JOB, true);
    assertThat(store.isOpen()).isTrue();

    store.close();

    assertThat(store.isOpen()).isFalse();
    assertThat(store.tables().rows()).isEmpty();
  }

  @Test
  void shouldBeReadThroughItsTablesOnly() {
    assertThatThrownBy(() -> store.get(Bytes.wrap(new byte[0])))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> new ClusterStoreBuilder().withCachingEnabled())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> new ClusterStoreBuilder().withLoggingDisabled())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThat(store.persistent()).isFalse();
  }
}
