package dev.bourse.gateway.view;

import dev.bourse.topics.codec.RecordType;
import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.view.FrameworkView;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Collections;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** The frameworks, as the topic {@code frameworks} has them. */
@Singleton
public final class FrameworkTable {

  private final ConcurrentNavigableMap<String, FrameworkView> rows = new ConcurrentSkipListMap<>();
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
    return Collections.unmodifiableCollection(rows.values());
  }

  /** The framework with this id, or null. */
  public @Nullable FrameworkView get(FrameworkId id) {
    return rows.get(id.value());
  }

  private void change(String key, @Nullable Row<FrameworkView> row) {
    if (row == null) {
      rows.remove(key);
    } else {
      rows.put(key, row.view());
    }
  }
}
