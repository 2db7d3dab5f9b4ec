package dev.bourse.topics.command;

import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.id.TaskId;
import dev.bourse.topics.resources.Resources;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the calls of frameworks have in common. */
final class Calls {

  static final int MAX_SESSION = 64;

  private static final int MAX_OFFERS = 1_000;
  private static final int MAX_AGENTS = 1_000;
  private static final int MAX_TASKS = 1_000;
  private static final int MAX_ROLES = 256;
  private static final long MAX_SPAN_MILLIS = 30L * 24 * 3_600_000;

  private Calls() {}

  static void check(FrameworkId framework, String session) {
    Objects.requireNonNull(framework, "framework: is missing");
    Texts.check("session", session, MAX_SESSION);
  }

  static List<Long> offers(List<Long> offers) {
    if (offers.isEmpty() || offers.size() > MAX_OFFERS) {
      throw new IllegalArgumentException(
          "offers: has " + offers.size() + " entries, but must have 1 to " + MAX_OFFERS);
    }
    return List.copyOf(offers);
  }

  static List<AgentId> agents(List<AgentId> agents) {
    if (agents.isEmpty() || agents.size() > MAX_AGENTS) {
      throw new IllegalArgumentException(
          "agents: has " + agents.size() + " entries, but must have 1 to " + MAX_AGENTS);
    }
    Set<AgentId> once = new HashSet<>();
    for (AgentId agent : agents) {
      if (!once.add(agent)) {
        throw new IllegalArgumentException("agents: has '" + agent + "' twice");
      }
    }
    return List.copyOf(agents);
  }

  static void resources(Resources resources) {
    Objects.requireNonNull(resources, "resources: is missing");
    if (resources.isEmpty()) {
      throw new IllegalArgumentException("resources: is empty, but must name something");
    }
  }

  static List<String> tasks(List<String> tasks) {
    if (tasks.isEmpty() || tasks.size() > MAX_TASKS) {
      throw new IllegalArgumentException(
          "tasks: has " + tasks.size() + " entries, but must have 1 to " + MAX_TASKS);
    }
    for (int i = 0; i < tasks.size(); i++) {
      TaskId.checkName("tasks[" + i + "]", tasks.get(i));
    }
    return List.copyOf(tasks);
  }

  static List<String> roles(List<String> roles) {
    if (roles.size() > MAX_ROLES) {
      throw new IllegalArgumentException(
          "roles: has " + roles.size() + " entries, but may have " + MAX_ROLES);
    }
    for (int i = 0; i < roles.size(); i++) {
      Texts.checkRole("roles[" + i + "]", roles.get(i));
    }
    return List.copyOf(roles);
  }

  /** Refuses what is no span of time between now and a month. */
  static void span(String field, @Nullable Long millis) {
    if (millis != null && (millis < 0 || millis > MAX_SPAN_MILLIS)) {
      throw new IllegalArgumentException(
          field + ": is " + millis + ", but must be 0 to " + MAX_SPAN_MILLIS);
    }
  }
}
