package dev.bourse.core.state;

import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.JobId;
import dev.bourse.topics.resources.Resources;
import org.jspecify.annotations.Nullable;

/**
 * What is free of an agent is kept for one that has waited for long, and does not fit yet.
 *
 * @param agent which
 * @param role in which role it waits
 * @param client who waits: the job service or a framework
 * @param job for which of its jobs; null for a framework, which waits for an offer of so much
 * @param resources what it waits for
 * @param since in epoch milliseconds
 */
public record HoldRow(
    AgentId agent, String role, String client, @Nullable JobId job, Resources resources, long since)
    implements Row {

  @Override
  public RowKey key() {
    return keyOf(agent);
  }

  /** The key of the hold of an agent. */
  public static RowKey keyOf(AgentId agent) {
    return new RowKey(Table.HOLDS, agent.value());
  }
}
