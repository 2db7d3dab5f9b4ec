package dev.bourse.core.state.table;

import dev.bourse.core.state.AgentRow;
import dev.bourse.core.state.TaskRow;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.TaskId;
import dev.bourse.topics.resources.Resource;
import dev.bourse.topics.resources.Resources;
import dev.bourse.topics.resources.Scalar;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is known of one agent's resources: found once, and then at hand for all that changes. */
final class Holding {

  final AgentId id;
  final TreeMap<TaskId, TaskRow> tasks = new TreeMap<>();

  /** What is offered to one alone, by the number of the offer. */
  final TreeMap<Long, Resources> offers = new TreeMap<>();

  /** Null when there is no such agent, but somebody still holds something of it. */
  @Nullable AgentRow agent;

  Resources used = Resources.EMPTY;

  /** Whether it has changed since it was last counted as open or not, and in what is spare. */
  boolean openUnknown;

  boolean spareUnknown;

  private @Nullable Resources free;

  Holding(AgentId id) {
    this.id = id;
  }

  /** What is neither used nor offered; nothing when more is in use than there is. */
  Resources free() {
    Resources known = free;
    if (known == null) {
      Resources all = agent == null ? Resources.EMPTY : agent.offered();
      known = all.contains(used) ? all.minus(used) : Resources.EMPTY;
      free = known;
    }
    return known;
  }

  void changed() {
    free = null;
  }

  void hold(Resources resources) {
    used = used.plus(resources);
  }

  /**
   * Takes back what a task or an offer held that is not counted here any more. Sets of things, such
   * as ports, are united and not added up: a standby hears of a task before it hears that the offer
   * is over which had the same ports, and they must stay in use.
   */
  void release(Resources resources) {
    used = isCounted(resources) ? used.minus(resources) : sum();
  }

  private static boolean isCounted(Resources resources) {
    for (Resource entry : resources.entries()) {
      if (!(entry.value() instanceof Scalar)) {
        return false;
      }
    }
    return true;
  }

  private Resources sum() {
    Resources sum = Resources.EMPTY;
    for (TaskRow task : tasks.values()) {
      sum = sum.plus(task.resources());
    }
    for (Resources offered : offers.values()) {
      sum = sum.plus(offered);
    }
    return sum;
  }

  boolean isOpen() {
    return agent != null && agent.isOffered() && !free().isEmpty();
  }

  boolean isUnused() {
    return agent == null && used.isEmpty() && tasks.isEmpty();
  }
}
