package dev.bourse.sdk;

import dev.bourse.topics.scheduler.TaskUpdate;
import dev.bourse.topics.task.Reason;
import dev.bourse.topics.task.TaskState;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * In which cell each task is. Of one that is not known all cells are asked, and it is unknown when
 * all of them have said so: one that does not know it says nothing about the others.
 */
final class TaskPlaces {

  private static final int MAX_DENIED = 10_000;

  private final SortedSet<Integer> cells;
  private final Map<String, Integer> places = new HashMap<>();
  private final Recent<SortedSet<Integer>> denied = new Recent<>(MAX_DENIED);

  TaskPlaces(SortedSet<Integer> cells) {
    this.cells = cells;
  }

  /** Where to ask for a task. */
  SortedSet<Integer> of(String task) {
    Integer place = places.get(task);
    return place == null ? cells : new TreeSet<>(Set.of(place));
  }

  /** It is being launched in this cell. */
  void launched(String task, int cell) {
    places.put(task, cell);
  }

  /** Takes in what a cell says; whether it is to be told to the framework. */
  boolean take(int cell, TaskUpdate update) {
    if (cells.size() > 1 && isDenial(update)) {
      return takeDenial(cell, update.task());
    }
    places.put(update.task(), cell);
    denied.remove(update.task());
    return true;
  }

  private boolean takeDenial(int cell, String task) {
    Integer place = places.get(task);
    if (place != null) {
      return place == cell;
    }
    SortedSet<Integer> by = denied.get(task);
    SortedSet<Integer> all = by == null ? new TreeSet<>() : by;
    all.add(cell);
    denied.put(task, all);
    if (!all.containsAll(cells)) {
      return false;
    }
    denied.remove(task);
    return true;
  }

  /**
   * An answer that says that the task is not known: who is not partition aware hears it as lost.
   */
  private static boolean isDenial(TaskUpdate update) {
    boolean lost = update.state() == TaskState.UNKNOWN || update.state() == TaskState.LOST;
    return lost && update.update() == null && update.reason() == Reason.RECONCILIATION;
  }

  /** Nothing more is heard of a task that is over. */
  void done(TaskUpdate update) {
    if (update.state().isTerminal()) {
      places.remove(update.task());
    }
  }
}
