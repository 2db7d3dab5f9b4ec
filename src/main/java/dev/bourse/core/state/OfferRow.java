package dev.bourse.core.state;

import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.resources.Resources;
import org.jspecify.annotations.Nullable;

/**
 * Resources of one agent that one role has been offered and has not answered for yet. They count as
 * in use until it does, unless the offer is optimistic.
 *
 * @param number unique in the cell
 * @param agent whose resources
 * @param role who is offered them
 * @param resources what
 * @param madeAt in epoch milliseconds
 * @param framework who is to answer; null for the job service, which answers in the same step
 * @param expiresAt when it is taken back, in epoch milliseconds; 0 for never
 * @param optimistic whether others may be shown the same
 */
public record OfferRow(
    long number,
    AgentId agent,
    String role,
    Resources resources,
    long madeAt,
    @Nullable FrameworkId framework,
    long expiresAt,
    boolean optimistic)
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
