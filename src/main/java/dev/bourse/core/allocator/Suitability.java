package dev.bourse.core.allocator;

import dev.bourse.core.allocator.filter.Veto;
import dev.bourse.core.state.AgentRow;
import dev.bourse.core.state.ClusterState;
import dev.bourse.core.state.FrameworkRow;
import dev.bourse.topics.framework.AttributeConstraint;
import dev.bourse.topics.framework.Capability;
import dev.bourse.topics.framework.RoleInfo;
import dev.bourse.topics.resources.Resources;
import dev.bourse.topics.resources.Text;
import dev.bourse.topics.resources.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether an agent is one that a framework may be, and wants to be, offered. */
public final class Suitability {

  private static final String HOSTNAME = "@hostname";
  private static final String REGION = "@region";
  private static final String ZONE = "@zone";

  private Suitability() {}

  /** Why an agent is not offered to a framework in a role; null when nothing is against it. */
  public static @Nullable Veto veto(
      FrameworkRow framework, RoleInfo role, AgentRow agent, ClusterState state) {
    if (agent.resources().scalar(Resources.GPUS) > 0
        && !framework.info().can(Capability.GPU_RESOURCES)) {
      return new Veto("has gpus, and the framework is not able to use them");
    }
    if (isAbroad(agent, state) && !framework.info().can(Capability.REGION_AWARE)) {
      return new Veto("is in region " + agent.region());
    }
    return isAllowed(role, agent) ? null : new Veto("does not meet the framework's constraints");
  }

  /** Whether an agent is in another region than the master. */
  public static boolean isAbroad(AgentRow agent, ClusterState state) {
    String home = state.settings().offers().region();
    return home != null && agent.region() != null && !home.equals(agent.region());
  }

  private static boolean isAllowed(RoleInfo role, AgentRow agent) {
    List<List<AttributeConstraint>> groups = role.constraints();
    if (groups == null || groups.isEmpty()) {
      return true;
    }
    for (List<AttributeConstraint> group : groups) {
      if (holds(group, agent)) {
        return true;
      }
    }
    return false;
  }

  private static boolean holds(List<AttributeConstraint> group, AgentRow agent) {
    for (AttributeConstraint constraint : group) {
      if (!constraint.holds(subject(constraint.subject(), agent))) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable Value subject(String subject, AgentRow agent) {
    return switch (subject) {
      case HOSTNAME -> new Text(agent.hostname());
      case REGION -> text(agent.region());
      case ZONE -> text(agent.zone());
      default -> agent.attributes().get(subject);
    };
  }

  private static @Nullable Value text(@Nullable String text) {
    return text == null ? null : new Text(text);
  }
}
