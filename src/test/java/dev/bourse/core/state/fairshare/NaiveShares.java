package dev.bourse.core.state.fairshare;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The rules of the tree once more, from flat tables and sorted from scratch every time. */
final class NaiveShares {

  final TreeMap<String, Long> totals = new TreeMap<>();
  final TreeSet<String> excluded = new TreeSet<>();
  final TreeSet<String> active = new TreeSet<>();
  final TreeMap<String, TreeMap<String, Long>> held = new TreeMap<>();
  final TreeMap<String, Long> grants = new TreeMap<>();
  final TreeMap<String, Integer> weights = new TreeMap<>();

  List<String> order() {
    return below("");
  }

  /** A prefix is empty or ends with a slash. */
  private List<String> below(String prefix) {
    List<Entry> entries = new ArrayList<>();
    for (String name : names(prefix)) {
      entries.add(entry(prefix, name));
    }
    entries.sort(NaiveShares::compare);
    List<String> order = new ArrayList<>();
    for (Entry entry : entries) {
      if (entry.name.equals(".")) {
        order.add(entry.path);
      } else {
        order.addAll(below(entry.path + "/"));
      }
    }
    return order;
  }

  private SortedSet<String> names(String prefix) {
    SortedSet<String> names = new TreeSet<>();
    for (String client : active) {
      if (client.startsWith(prefix)) {
        names.add(client.substring(prefix.length()).split("/", 2)[0]);
      } else if (prefix.equals(client + "/")) {
        names.add(".");
      }
    }
    return names;
  }

  private Entry entry(String prefix, String name) {
    if (name.equals(".")) {
      String client = prefix.substring(0, prefix.length() - 1);
      return entry(client, name, 1_000, List.of(client));
    }
    String path = prefix + name;
    List<String> members = new ArrayList<>();
    for (String client : clients()) {
      if (client.equals(path) || client.startsWith(path + "/")) {
        members.add(client);
      }
    }
    return entry(path, name, weights.getOrDefault(path, 1_000), members);
  }

  private Entry entry(String path, String name, int weight, List<String> members) {
    BigInteger part = BigInteger.ZERO;
    BigInteger whole = BigInteger.ONE;
    for (String resource : totals.keySet()) {
      long total = totals.getOrDefault(resource, 0L);
      if (total > 0 && !excluded.contains(resource)) {
        BigInteger amount = BigInteger.valueOf(sum(members, resource));
        if (amount.multiply(whole).compareTo(part.multiply(BigInteger.valueOf(total))) > 0) {
          part = amount;
          whole = BigInteger.valueOf(total);
        }
      }
    }
    long count = members.stream().mapToLong(client -> grants.getOrDefault(client, 0L)).sum();
    return new Entry(path, name, part, whole.multiply(BigInteger.valueOf(weight)), count);
  }

  private long sum(List<String> members, String resource) {
    return members.stream()
        .mapToLong(client -> held.getOrDefault(client, new TreeMap<>()).getOrDefault(resource, 0L))
        .sum();
  }

  private SortedSet<String> clients() {
    SortedSet<String> clients = new TreeSet<>(active);
    clients.addAll(held.keySet());
    clients.addAll(grants.keySet());
    return clients;
  }

  private static int compare(Entry left, Entry right) {
    int order = left.part.multiply(right.whole).compareTo(right.part.multiply(left.whole));
    if (order == 0) {
      order = Long.compare(left.grants, right.grants);
    }
    return order != 0 ? order : left.name.compareTo(right.name);
  }

  private record Entry(String path, String name, BigInteger part, BigInteger whole, long grants) {}
}
