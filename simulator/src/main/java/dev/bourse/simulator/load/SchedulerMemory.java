package dev.bourse.simulator.load;

import dev.bourse.topics.framework.FrameworkInfo;
import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.scheduler.ResourceOffer;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a framework by chance knows while it lives, and how far it has counted. */
final class SchedulerMemory {

  private final FrameworkId id;
  private final SortedMap<Long, ResourceOffer> offers = new TreeMap<>();
  private final TreeSet<String> tasks = new TreeSet<>();
  private FrameworkInfo info;
  private int sessions;
  private int launched;

  SchedulerMemory(FrameworkId id, FrameworkInfo info) {
    this.id = id;
    this.info = info;
  }

  FrameworkId id() {
    return id;
  }

  FrameworkInfo info() {
    return info;
  }

  void info(FrameworkInfo other) {
    info = other;
  }

  /** The offers that it has not answered, as far as it knows. */
  SortedMap<Long, ResourceOffer> offers() {
    return offers;
  }

  /** The tasks that are not over, as far as it knows. */
  Set<String> tasks() {
    return tasks;
  }

  String session() {
    return "session-" + sessions;
  }

  int sessions() {
    return sessions;
  }

  /** A session of its own begins, which has no offers yet. */
  void newSession() {
    sessions++;
    offers.clear();
  }

  /** How many names it has given. */
  int launched() {
    return launched;
  }

  String newName() {
    return "t" + launched++;
  }

  /** Its process ends. */
  void forget() {
    offers.clear();
    tasks.clear();
  }
}
