package dev.bourse.gateway.view;

import dev.bourse.topics.codec.RecordType;
import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.view.FrameworkView;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Comparator;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/**
 * The frameworks, as the topic {@code frameworks} has them. A framework that has subscribed in
 * several cells has a row in each; the one where it stands best is shown.
 */
@Singleton
public final class FrameworkTable {

  /** A framework that is connected anywhere is connected. */
  private static final Comparator<FrameworkView> BEST_FIRST =
      Comparator.comparing(FrameworkView::state)
          .thenComparing(FrameworkView::changedAt, Comparator.reverseOrder());

  private final Index<FrameworkId, Integer, FrameworkView> rows = new Index<>();
  private final TableReader<FrameworkView> reader;

  FrameworkTable(Progress progress) {
    reader =
        new TableReader<>(RecordType.FRAMEWORK_VIEW, FrameworkView.class, progress, this::change);
  }

  /** The channel's entrance. */
  @Incoming("frameworks")
  void read(ConsumerRecords<byte[], byte[]> records) {
    reader.read(records);
  }

  /** All frameworks, by id. */
  public Collection<FrameworkView> all() {
    TreeMap<FrameworkId, FrameworkView> best = new TreeMap<>();
    rows.forEach(row -> best.merge(row.id(), row, BinaryOperator.minBy(BEST_FIRST)));
    return best.values();
  }

  /** The framework with this id, or null. */
  public @Nullable FrameworkView get(FrameworkId id) {
    return rows.get(id).stream().min(BEST_FIRST).orElse(null);
  }

  private void change(String key, int cell, @Nullable Row<FrameworkView> row) {
    if (row == null) {
      rows.remove(new FrameworkId(key), cell);
    } else {
      rows.put(row.view().id(), cell, row.view());
    }
  }
}
