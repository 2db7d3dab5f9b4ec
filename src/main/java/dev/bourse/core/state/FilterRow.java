package dev.bourse.core.state;

import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.resources.Resources;

/**
 * What a framework has declined, and will not be offered for a while: resources of an agent that
 * are contained in it. More than that is offered.
 *
 * @param framework who
 * @param role for which role
 * @param agent of which agent
 * @param resources what
 * @param until in epoch milliseconds
 */
public record FilterRow(
    FrameworkId framework, String role, AgentId agent, Resources resources, long until)
    implements Row {

  @Override
  public RowKey key() {
    return keyOf(framework, role, agent);
  }

  /** The key of the filter for an agent; neither ids nor roles have blanks in them. */
  public static RowKey keyOf(FrameworkId framework, String role, AgentId agent) {
    return new RowKey(Table.FILTERS, prefix(framework, role) + agent);
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
