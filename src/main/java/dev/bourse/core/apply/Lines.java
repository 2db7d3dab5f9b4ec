package dev.bourse.core.apply;

import dev.bourse.topics.scheduler.TaskUpdate;
import java.util.ArrayList;
import java.util.List;

/** Updates that wait for those before them. */
final class Lines {

  /** Of an agent that comes and goes there is news without end; the oldest matters least. */
  private static final int MAX_PENDING = 16;

  private Lines() {}

  /** With one more; the first is on its way, and stays. */
  static List<TaskUpdate> with(List<TaskUpdate> pending, TaskUpdate update) {
    List<TaskUpdate> more = new ArrayList<>(pending);
    if (more.size() == MAX_PENDING) {
      more.remove(1);
    }
    more.add(update);
    return more;
  }
}
