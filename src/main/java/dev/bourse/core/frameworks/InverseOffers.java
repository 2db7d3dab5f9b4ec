package dev.bourse.core.frameworks;

import dev.bourse.core.context.Context;
import dev.bourse.core.event.InverseOfferMade;
import dev.bourse.core.state.AgentRow;
import dev.bourse.core.state.ClusterState;
import dev.bourse.core.state.FrameworkRow;
import dev.bourse.core.state.InverseOfferRow;
import dev.bourse.core.state.TaskRow;
import dev.bourse.topics.framework.Window;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.FrameworkId;
import java.util.TreeSet;

/** Asks frameworks to leave agents that are to be taken out of service. */
public final class InverseOffers {

  private InverseOffers() {}

  /** Asks all that have tasks on an agent. */
  public static void ask(AgentRow agent, Window window, Context context) {
    TreeSet<FrameworkId> users = new TreeSet<>();
    for (TaskRow task : context.state().tasksOf(agent.id())) {
      FrameworkId framework = task.framework();
      FrameworkRow row = framework == null ? null : context.state().framework(framework);
      if (framework != null && row != null && row.isConnected()) {
        users.add(framework);
      }
    }
    users.forEach(user -> ask(user, agent.id(), window, context));
  }

  /** Asks a framework that has launched something where it was not asked to leave yet. */
  static void askWhoCame(FrameworkId framework, AgentId agent, Context context) {
    AgentRow row = context.state().agent(agent);
    Window window = row == null ? null : row.care().unavailability();
    if (window != null
        && hasTasks(framework, agent, context.state())
        && !isAsked(framework, agent, context.state())) {
      ask(framework, agent, window, context);
    }
  }

  private static boolean isAsked(FrameworkId framework, AgentId agent, ClusterState state) {
    for (InverseOfferRow offer : state.inverseOffers()) {
      if (offer.framework().equals(framework) && offer.agent().equals(agent)) {
        return true;
      }
    }
    return false;
  }

  /** Asks a framework that has another session once more. */
  public static void askAgain(FrameworkId framework, Context context) {
    for (AgentRow agent : context.state().agents()) {
      Window window = agent.care().unavailability();
      if (window != null && hasTasks(framework, agent.id(), context.state())) {
        ask(framework, agent.id(), window, context);
      }
    }
  }

  private static boolean hasTasks(FrameworkId framework, AgentId agent, ClusterState state) {
    for (TaskRow task : state.tasksOf(agent)) {
      if (framework.equals(task.framework())) {
        return true;
      }
    }
    return false;
  }

  private static void ask(FrameworkId framework, AgentId agent, Window window, Context context) {
    context.emit(
        new InverseOfferMade(context.state().cell().offers() + 1, framework, agent, window));
  }
}
