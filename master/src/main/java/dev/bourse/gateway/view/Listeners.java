package dev.bourse.gateway.view;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;

/**
 * Who wants to hear of what, by key. They are called on the channel's thread and must not block.
 */
final class Listeners<K, E> {

  private final ConcurrentMap<K, List<Consumer<E>>> byKey = new ConcurrentHashMap<>();

  Registration add(K key, Consumer<E> listener) {
    byKey.compute(
        key,
        (k, present) -> {
          List<Consumer<E>> all = present == null ? new ArrayList<>() : new ArrayList<>(present);
          all.add(listener);
          return all;
        });
    return () -> remove(key, listener);
  }

  void fire(K key, E event) {
    List<Consumer<E>> all = byKey.get(key);
    if (all != null) {
      all.forEach(listener -> listener.accept(event));
    }
  }

  int size() {
    return byKey.values().stream().mapToInt(List::size).sum();
  }

  private void remove(K key, Consumer<E> listener) {
    byKey.computeIfPresent(
        key,
        (k, present) -> {
          List<Consumer<E>> rest = new ArrayList<>(present);
          rest.remove(listener);
          return rest.isEmpty() ? null : rest;
        });
  }
}
