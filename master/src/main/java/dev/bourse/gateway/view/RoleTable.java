package dev.bourse.gateway.view;

import dev.bourse.topics.codec.RecordType;
import dev.bourse.topics.view.RoleView;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/**
 * What is set for roles, as the topic {@code roles} has it. A role has a row in each cell; they are
 * alike unless a cell has refused a change, and that of the first cell is shown.
 */
@Singleton
public final class RoleTable {

  private final Index<String, Integer, RoleView> rows = new Index<>();
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
    TreeMap<String, RoleView> first = new TreeMap<>();
    rows.forEach(row -> first.putIfAbsent(row.role(), row));
    return first.values();
  }

  /** What is set for a role; null when nothing ever was. */
  public @Nullable RoleView get(String role) {
    return rows.get(role).stream().findFirst().orElse(null);
  }

  /**
   * Waits until every row of a role satisfies a condition, and there is one.
   *
   * @return whether it did in time
   */
  public boolean await(String role, Predicate<RoleView> condition, Duration limit)
      throws InterruptedException {
    CompletableFuture<Void> reached = new CompletableFuture<>();
    Runnable check =
        () -> {
          List<RoleView> present = rows.get(role);
          if (!present.isEmpty() && present.stream().allMatch(condition)) {
            reached.complete(null);
          }
        };
    try (var _ = listeners.add(role, row -> check.run())) {
      check.run();
      reached.get(limit.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException("nothing completes a wait with a failure", e);
    }
  }

  private void change(String key, int cell, @Nullable Row<RoleView> row) {
    if (row == null) {
      rows.remove(key, cell);
    } else {
      rows.put(key, cell, row.view());
      listeners.fire(key, row.view());
    }
  }
}
