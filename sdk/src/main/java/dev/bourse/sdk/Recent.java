package dev.bourse.sdk;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Remembers a bounded number of things; what was put longest ago is forgotten first. */
final class Recent<V> {

  private final int most;
  private final LinkedHashMap<String, V> entries = new LinkedHashMap<>();

  Recent(int most) {
    this.most = most;
  }

  @Nullable V get(String key) {
    return entries.get(key);
  }

  void put(String key, V value) {
    entries.remove(key);
    entries.put(key, value);
    if (entries.size() > most) {
      Map.Entry<String, V> eldest = entries.entrySet().iterator().next();
      entries.remove(eldest.getKey());
    }
  }

  void remove(String key) {
    entries.remove(key);
  }

  void clear() {
    entries.clear();
  }
}
