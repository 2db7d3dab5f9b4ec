package dev.bourse.core.state;

import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.resources.Resources;

/**
 * What a framework has declined, and will not be offered for a while: resources of an agent that
 * are contained in it. More than that is offered. Each thing that it has declined is a row: who
 * declines one part of an agent does not want the other part back for it.
 *
 * @param framework who
 * @param role for which role
 * @param agent of which agent
 * @param resources what
 * @param until in epoch milliseconds; for each of an agent's in a role another one
 */
public record FilterRow(
    FrameworkId framework, String role, AgentId agent, Resources resources, long until)
    implements Row {

  @Override
  public RowKey key() {
    return keyOf(framework, role, agent, until);
  }

  /** The key of a filter for an agent; neither ids nor roles have blanks in them. */
  public static RowKey keyOf(FrameworkId framework, String role, AgentId agent, long until) {
    return new RowKey(Table.FILTERS, prefix(framework, role, agent) + until);
  }

  /** What the keys of all filters of a framework in a role for an agent begin with. */
  public static String prefix(FrameworkId framework, String role, AgentId agent) {
    return prefix(framework, role) + agent + " ";
  }

  /** What the keys of all filters of a framework in a role begin with. */
  public static String prefix(FrameworkId framework, String role) {
    return framework + " " + role + " ";
  }

  /** What the keys of all filters of a framework begin with. */
  public static String prefix(FrameworkId framework) {
    return framework + " ";
  }
}
