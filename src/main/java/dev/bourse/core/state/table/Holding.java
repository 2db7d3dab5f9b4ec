package dev.bourse.core.state.table;

import dev.bourse.core.state.AgentRow;
import dev.bourse.core.state.TaskRow;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.TaskId;
import dev.bourse.topics.resources.Resources;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is known of one agent's resources: found once, and then at hand for all that changes. */
final class Holding {

  final AgentId id;
  final TreeMap<TaskId, TaskRow> tasks = new TreeMap<>();

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

  boolean isOpen() {
    return agent != null && agent.isOffered() && !free().isEmpty();
  }

  boolean isUnused() {
    return agent == null && used.isEmpty() && tasks.isEmpty();
  }
}
