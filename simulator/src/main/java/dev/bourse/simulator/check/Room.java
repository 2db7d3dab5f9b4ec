package dev.bourse.simulator.check;

import dev.bourse.core.state.ClusterState;
import dev.bourse.core.state.HoldRow;
import dev.bourse.core.state.JobRow;
import dev.bourse.core.state.TaskRow;
import dev.bourse.topics.resources.Quantities;
import dev.bourse.topics.resources.Resources;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** What becomes of room that is kept, written down a second time. */
final class Room {

  private Room() {}

  /** What of this those may have for whom it is not kept: of each name what is beyond it. */
  static Resources beside(HoldRow hold, Resources room) {
    TreeMap<String, Long> most = new TreeMap<>();
    for (String name : hold.resources().names()) {
      long kept = hold.resources().quantities().get(name);
      most.put(name, Math.max(0, room.quantities().get(name) - kept));
    }
    return room.cutToLimits(new Quantities(most));
  }

  /**
   * When an agent will have room for whom it is kept, by the longest that each may run who is
   * there; the largest number when nobody knows.
   */
  static long freeAt(HoldRow hold, Resources free, long now, ClusterState state) {
    List<TaskRow> tasks = new ArrayList<>(state.tasksOf(hold.agent()));
    tasks.sort(Comparator.comparingLong(task -> endsBy(task, now, state)));
    Resources room = free;
    long at = now;
    for (TaskRow task : tasks) {
      if (!fits(hold, room)) {
        at = endsBy(task, now, state);
        room = room.plus(task.resources());
      }
    }
    return fits(hold, room) ? at : Long.MAX_VALUE;
  }

  private static boolean fits(HoldRow hold, Resources room) {
    return Wishes.flat(Rulebook.usable(hold.role(), room)).contains(hold.resources());
  }

  /**
   * One that is told to end has its grace; one that does not run yet has all its time before it.
   */
  private static long endsBy(TaskRow task, long now, ClusterState state) {
    long known = task.status().timeoutAt();
    if (known > 0 || task.killReason() != null) {
      return known > 0 ? known : now;
    }
    JobRow job = task.job() == null ? null : state.job(task.job());
    long most = job == null ? 0 : job.spec().timeoutMillis();
    TaskRow.Terms terms = task.terms();
    most = terms == null ? most : terms.maxCompletionMillis();
    return most == 0 || task.status().startedAt() > 0 ? Long.MAX_VALUE : now + most;
  }
}
