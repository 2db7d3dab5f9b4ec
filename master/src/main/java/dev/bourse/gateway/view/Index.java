package dev.bourse.gateway.view;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;

/** Values under a key, ordered by a second one. One thread writes, any thread reads. */
final class Index<K, I extends Comparable<I>, V> {

  private final ConcurrentMap<K, ConcurrentNavigableMap<I, V>> groups = new ConcurrentHashMap<>();

  void put(K key, I id, V value) {
    groups.computeIfAbsent(key, k -> new ConcurrentSkipListMap<>()).put(id, value);
  }

  void remove(K key, I id) {
    groups.computeIfPresent(
        key,
        (k, group) -> {
          group.remove(id);
          return group.isEmpty() ? null : group;
        });
  }

  List<V> get(K key) {
    ConcurrentNavigableMap<I, V> group = groups.get(key);
    return group == null ? List.of() : List.copyOf(group.values());
  }

  /** Hands out all of them, in no order. */
  void forEach(Consumer<V> consumer) {
    groups.values().forEach(group -> group.values().forEach(consumer));
  }
}
