package dev.bourse.gateway.command;

import dev.bourse.topics.command.Command;
import dev.bourse.topics.command.DeactivateAgent;
import dev.bourse.topics.command.DrainAgent;
import dev.bourse.topics.command.EndMaintenance;
import dev.bourse.topics.command.MarkAgentGone;
import dev.bourse.topics.command.ReactivateAgent;
import dev.bourse.topics.command.ReserveResources;
import dev.bourse.topics.command.ScheduleMaintenance;
import dev.bourse.topics.command.SetQuota;
import dev.bourse.topics.command.SetWeights;
import dev.bourse.topics.command.StartMaintenance;
import dev.bourse.topics.command.TeardownFramework;
import dev.bourse.topics.command.UnreserveResources;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.kafka.Keys;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * What one cell is asked.
 *
 * @param cell which
 * @param key of the record
 * @param command what
 */
record Letter(int cell, String key, Command command) {

  /**
   * A command of an operator as it goes to each cell that it concerns: what is about roles and
   * frameworks to all of them, what is about agents to those in which the agents live.
   */
  static List<Letter> of(Command command, int cells) {
    return switch (command) {
      case SetQuota c -> toAll(c.quotas().getFirst().role(), c, cells);
      case SetWeights c -> toAll(c.weights().getFirst().role(), c, cells);
      case TeardownFramework c -> toAll(c.framework().value(), c, cells);
      case DrainAgent c -> toOne(c.agent(), c, cells);
      case DeactivateAgent c -> toOne(c.agent(), c, cells);
      case ReactivateAgent c -> toOne(c.agent(), c, cells);
      case MarkAgentGone c -> toOne(c.agent(), c, cells);
      case ReserveResources c -> toOne(c.agent(), c, cells);
      case UnreserveResources c -> toOne(c.agent(), c, cells);
      case ScheduleMaintenance c ->
          toEach(c.agents(), agents -> new ScheduleMaintenance(agents, c.window()), cells);
      case StartMaintenance c -> toEach(c.agents(), StartMaintenance::new, cells);
      case EndMaintenance c -> toEach(c.agents(), EndMaintenance::new, cells);
      default -> throw new IllegalArgumentException("no command of operators: " + command);
    };
  }

  private static List<Letter> toAll(String key, Command command, int cells) {
    return IntStream.range(0, cells).mapToObj(cell -> new Letter(cell, key, command)).toList();
  }

  private static List<Letter> toOne(AgentId agent, Command command, int cells) {
    return List.of(new Letter(cellOf(agent, cells), agent.value(), command));
  }

  private static List<Letter> toEach(
      List<AgentId> agents, Function<List<AgentId>, Command> command, int cells) {
    TreeMap<Integer, List<AgentId>> byCell = new TreeMap<>();
    for (AgentId agent : agents) {
      byCell.computeIfAbsent(cellOf(agent, cells), cell -> new ArrayList<>()).add(agent);
    }
    List<Letter> letters = new ArrayList<>();
    byCell.forEach(
        (cell, there) ->
            letters.add(new Letter(cell, there.getFirst().value(), command.apply(there))));
    return letters;
  }

  private static int cellOf(AgentId agent, int cells) {
    return Keys.partition(agent.value(), cells);
  }
}
