package dev.bourse.topics.command;

import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.resources.Resources;
import java.util.List;
import java.util.Objects;

/** What the calls of frameworks have in common. */
final class Calls {

  static final int MAX_SESSION = 64;

  private static final int MAX_OFFERS = 1_000;
  private static final int MAX_AGENTS = 1_000;
  private static final int MAX_TASKS = 1_000;

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
    return List.copyOf(tasks);
  }
}
