package dev.bourse.gateway.view;

import dev.bourse.topics.codec.RecordType;
import dev.bourse.topics.view.RoleView;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** What is set for roles, as the topic {@code roles} has it. */
@Singleton
public final class RoleTable {

  private final ConcurrentNavigableMap<String, RoleView> rows = new ConcurrentSkipListMap<>();
  private final Listeners<String, RoleView> listeners = new Listeners<>();
  private final TableReader<RoleView> reader;

  RoleTable(Progress progress) {
    reader = new TableReader<>(RecordType.ROLE_VIEW, RoleView.class, progress, this::change);
  }

  /** The channel's entrance. */
  @Incoming("roles")
  void read(ConsumerRecords<byte[], byte[]> records) {
    reader.read(records);
  }

  /** All that have a row, by name. */
  public Collection<RoleView> all() {
    return Collections.unmodifiableCollection(rows.values());
  }

  /** What is set for a role; null when nothing ever was. */
  public @Nullable RoleView get(String role) {
    return rows.get(role);
  }

  /**
   * Waits until the row of a role satisfies a condition.
   *
   * @return whether it did in time
   */
  public boolean await(String role, Predicate<RoleView> condition, Duration limit)
      throws InterruptedException {
    CompletableFuture<Void> reached = new CompletableFuture<>();
    try (var _ = listeners.add(role, row -> completeIf(condition.test(row), reached))) {
      RoleView present = get(role);
      completeIf(present != null && condition.test(present), reached);
      reached.get(limit.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException("nothing completes a wait with a failure", e);
    }
  }

  private static void completeIf(boolean condition, CompletableFuture<Void> future) {
    if (condition) {
      future.complete(null);
    }
  }

  private void change(String key, @Nullable Row<RoleView> row) {
    if (row == null) {
      rows.remove(key);
    } else {
      rows.put(key, row.view());
      listeners.fire(key, row.view());
    }
  }
}
