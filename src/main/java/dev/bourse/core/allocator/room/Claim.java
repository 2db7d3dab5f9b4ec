package dev.bourse.core.allocator.room;

import dev.bourse.core.allocator.embedded.EmbeddedScheduler;
import dev.bourse.core.allocator.quota.Guarantees;
import dev.bourse.core.state.ClusterState;
import dev.bourse.core.state.TaskRow;
import dev.bourse.topics.resources.Quantities;
import dev.bourse.topics.resources.Resources;
import dev.bourse.topics.resources.Roles;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * On what ground somebody who waits may have others stopped: a higher priority in his role, or a
 * guarantee of his role, or of one above it, that is not met. The latter never at the cost of a
 * guarantee that is.
 */
final class Claim {

  private final String role;
  private final int priority;
  private final @Nullable String lacking;
  private final List<TaskRow> going;
  private final ClusterState state;
  private final Standings standings;

  Claim(String role, EmbeddedScheduler.Wish wish, ClusterState state, Standings standings) {
    this.role = role;
    this.priority = wish.priority();
    this.lacking = lacking(role, wish.resources(), state);
    this.going = state.tasks().stream().filter(task -> task.killReason() != null).toList();
    this.state = state;
    this.standings = standings;
  }

  /** Whose guarantee is not met and covers all that he asks for; null when none is. */
  private static @Nullable String lacking(String role, Resources wanted, ClusterState state) {
    Guarantees guarantees = Guarantees.of(state);
    String unmet = guarantees == null ? null : guarantees.unmet(role);
    if (guarantees == null || unmet == null) {
      return null;
    }
    Quantities need = guarantees.need(role);
    boolean any = false;
    for (String name : wanted.names()) {
      any |= need.get(name) > 0;
      if (need.has(name) && need.get(name) < wanted.scalar(name)) {
        return null;
      }
    }
    return any ? unmet : null;
  }

  /**
   * Whether a task may be stopped for him.
   *
   * @param others that are to be stopped as well
   */
  boolean isOn(TaskRow task, List<TaskRow> others) {
    if (!standings.isPreemptible(task)) {
      return false;
    }
    return task.role().equals(role)
        ? standings.priority(task) < priority
        : lacking != null && !isIn(task.role(), lacking) && isSpare(task, others);
  }

  /**
   * Whether every role that holds it has what it is guaranteed without it, the others, and those
   * that are being ended already.
   */
  private boolean isSpare(TaskRow task, List<TaskRow> others) {
    String at = task.role();
    // What both are in holds as much afterwards.
    while (at != null && !isIn(role, at)) {
      Quantities guarantee = state.role(at).guarantee();
      if (guarantee != null && !without(at, task, others).contains(guarantee)) {
        return false;
      }
      at = Roles.parent(at);
    }
    return true;
  }

  private Quantities without(String at, TaskRow task, List<TaskRow> others) {
    Quantities rest = state.consumedBy(at).minus(task.resources().quantities());
    for (List<TaskRow> some : List.of(others, going)) {
      for (TaskRow other : some) {
        if (isIn(other.role(), at)) {
          rest = rest.minus(other.resources().quantities());
        }
      }
    }
    return rest;
  }

  private static boolean isIn(String role, String at) {
    return role.equals(at) || Roles.isBelow(role, at);
  }
}
