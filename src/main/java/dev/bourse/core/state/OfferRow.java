package dev.bourse.core.state;

import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.resources.Resources;

/**
 * Resources of one agent that one role has been offered and has not answered for yet. They count as
 * in use until it does.
 *
 * @param number unique in the cell
 * @param agent whose resources
 * @param role who is offered them
 * @param resources what
 * @param madeAt in epoch milliseconds
 */
public record OfferRow(long number, AgentId agent, String role, Resources resources, long madeAt)
    implements Row {

  @Override
  public RowKey key() {
    return keyOf(number);
  }

  /** The key of an offer. */
  public static RowKey keyOf(long number) {
    return new RowKey(Table.OFFERS, Long.toString(number));
  }
}
