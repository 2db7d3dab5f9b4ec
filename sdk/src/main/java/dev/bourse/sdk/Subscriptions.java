package dev.bourse.sdk;

import dev.bourse.topics.framework.FrameworkInfo;
import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.scheduler.OfferEvent;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** A framework's subscriptions in all cells that it wants offers from, and what it says there. */
final class Subscriptions {

  private final SortedMap<Integer, Subscription> byCell = new TreeMap<>();
  private final FrameworkId framework;
  private FrameworkInfo info;
  private boolean ending;

  Subscriptions(
      FrameworkId framework, FrameworkInfo info, Collection<Integer> cells, SchedulerHost host) {
    this.framework = framework;
    this.info = info;
    for (int cell : cells) {
      byCell.put(cell, new Subscription(cell, framework, this::info, host));
    }
    if (byCell.isEmpty()) {
      throw new IllegalArgumentException("cells: is empty, but must name at least one");
    }
  }

  FrameworkId framework() {
    return framework;
  }

  FrameworkInfo info() {
    return info;
  }

  void setInfo(FrameworkInfo info) {
    this.info = info;
  }

  Collection<Subscription> all() {
    return byCell.values();
  }

  SortedSet<Integer> cells() {
    return Collections.unmodifiableSortedSet(new TreeSet<>(byCell.keySet()));
  }

  Subscription in(int cell) {
    Subscription subscription = byCell.get(cell);
    if (subscription == null) {
      throw new IllegalArgumentException(
          "cell: is " + cell + ", but must be one of " + byCell.keySet());
    }
    return subscription;
  }

  /** Where an offer came from: the names of sessions are different in every cell. */
  Subscription of(OfferEvent offer) {
    for (Subscription subscription : all()) {
      if (subscription.knows(offer.session())) {
        return subscription;
      }
    }
    throw new IllegalArgumentException(
        "offer: is "
            + offer.offer()
            + " of session '"
            + offer.session()
            + "', but must be one that this framework was made");
  }

  /** The framework tears itself down: nothing else it says counts. */
  void end() {
    ending = true;
    all().forEach(Subscription::tearDown);
  }

  boolean isEnding() {
    return ending;
  }

  boolean isOver() {
    return all().stream().allMatch(Subscription::isOver);
  }

  /** Whether calls do nothing. */
  boolean isDeaf() {
    return ending || isOver();
  }
}
