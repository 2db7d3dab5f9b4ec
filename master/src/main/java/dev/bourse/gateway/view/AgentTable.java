package dev.bourse.gateway.view;

import dev.bourse.topics.codec.RecordType;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.view.AgentView;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Collections;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** The agents, as the topic {@code agents} has them. */
@Singleton
public final class AgentTable {

  private final ConcurrentNavigableMap<String, AgentView> rows = new ConcurrentSkipListMap<>();
  private final TableReader<AgentView> reader;

  AgentTable(Progress progress) {
    reader =
        new TableReader<>(
            RecordType.AGENT_VIEW, AgentView.class, progress, (key, cell, row) -> change(key, row));
  }

  /** The channel's entrance. */
  @Incoming("agents")
  void read(ConsumerRecords<byte[], byte[]> records) {
    reader.read(records);
  }

  /** All agents, by id. */
  public Collection<AgentView> all() {
    return Collections.unmodifiableCollection(rows.values());
  }

  /** The agent with this id, or null. */
  public @Nullable AgentView get(AgentId id) {
    return rows.get(id.value());
  }

  private void change(String key, @Nullable Row<AgentView> row) {
    if (row == null) {
      rows.remove(key);
    } else {
      rows.put(key, row.view());
    }
  }
}
