package dev.bourse.cli.it;

import dev.bourse.sdk.Scheduler;
import dev.bourse.sdk.SchedulerDriver;
import dev.bourse.topics.scheduler.CallRefused;
import dev.bourse.topics.scheduler.FrameworkSubscribed;
import dev.bourse.topics.scheduler.OfferEnded;
import dev.bourse.topics.scheduler.ResourceOffer;
import dev.bourse.topics.scheduler.SessionEnded;
import dev.bourse.topics.scheduler.TaskUpdate;
import dev.bourse.topics.task.TaskState;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** Writes down what a framework is told. */
final class TaskBook implements Scheduler {

  private final Scheduler framework;
  private final Map<String, Set<TaskState>> ends = new ConcurrentHashMap<>();
  private final Set<String> agents = ConcurrentHashMap.newKeySet();
  private final List<String> causes = new CopyOnWriteArrayList<>();
  private final List<String> refusals = new CopyOnWriteArrayList<>();

  TaskBook(Scheduler framework) {
    this.framework = framework;
  }

  /** The tasks that ended so. */
  Set<String> ended(TaskState state) {
    return ends.entrySet().stream()
        .filter(entry -> entry.getValue().contains(state))
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Tasks that have ended in more than one way. */
  Map<String, Set<TaskState>> contradictions() {
    Map<String, Set<TaskState>> found = new TreeMap<>(ends);
    found.values().removeIf(states -> states.size() == 1);
    return found;
  }

  /** Where it had tasks. */
  Set<String> agents() {
    return new TreeSet<>(agents);
  }

  /** Why its sessions ended, in order. */
  List<String> causes() {
    return List.copyOf(causes);
  }

  /** Its calls that were not applied. */
  List<String> refusals() {
    return List.copyOf(refusals);
  }

  @Override
  public void subscribed(SchedulerDriver driver, FrameworkSubscribed session) {
    framework.subscribed(driver, session);
  }

  @Override
  public void resourceOffers(SchedulerDriver driver, List<ResourceOffer> offers) {
    framework.resourceOffers(driver, offers);
  }

  @Override
  public void offerEnded(SchedulerDriver driver, OfferEnded offer) {
    framework.offerEnded(driver, offer);
  }

  @Override
  public void statusUpdate(SchedulerDriver driver, TaskUpdate update) {
    if (update.agent() != null) {
      agents.add(update.agent().value());
    }
    if (update.state().isTerminal()) {
      ends.computeIfAbsent(update.task(), task -> EnumSet.noneOf(TaskState.class))
          .add(update.state());
    }
    framework.statusUpdate(driver, update);
  }

  @Override
  public void refused(SchedulerDriver driver, CallRefused call) {
    refusals.add(call.toString());
    framework.refused(driver, call);
  }

  @Override
  public void disconnected(SchedulerDriver driver, SessionEnded session) {
    causes.add(session.cause().name());
    framework.disconnected(driver, session);
  }
}
