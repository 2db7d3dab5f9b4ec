package dev.bourse.core.state.table;

import dev.bourse.core.state.RoleRow;
import dev.bourse.topics.command.RoleSettings;
import dev.bourse.topics.command.Settings;
import dev.bourse.topics.framework.MinAllocatable;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** What counts for roles: what is configured, and in its place what an operator has said since. */
final class RoleIndex {

  private final TreeMap<String, RoleSettings> said = new TreeMap<>();
  private final ShareIndex shares;
  private SortedMap<String, RoleSettings> merged = new TreeMap<>();
  private Settings settings = Settings.DEFAULT;
  private MinAllocatable minAllocatable = MinAllocatable.DEFAULT;

  RoleIndex(ShareIndex shares) {
    this.shares = shares;
  }

  void configure(Settings newSettings) {
    settings = newSettings;
    minAllocatable = MinAllocatable.of(newSettings.offers().minAllocatable());
    merge();
  }

  void add(RoleRow row) {
    said.put(row.role(), row.settings());
    merge();
  }

  void remove(RoleRow row) {
    said.remove(row.role());
    merge();
  }

  private void merge() {
    TreeMap<String, RoleSettings> all = new TreeMap<>();
    if (settings.roles() != null) {
      all.putAll(settings.roles());
    }
    all.putAll(said);
    merged = Collections.unmodifiableSortedMap(all);
    shares.settings(merged, settings.offers().excludedResources());
  }

  RoleSettings role(String name) {
    return merged.getOrDefault(name, RoleSettings.DEFAULT);
  }

  SortedMap<String, RoleSettings> roles() {
    return merged;
  }

  /** What is configured as worth an offer. */
  MinAllocatable minAllocatable() {
    return minAllocatable;
  }

  void clear() {
    said.clear();
    configure(Settings.DEFAULT);
  }
}
