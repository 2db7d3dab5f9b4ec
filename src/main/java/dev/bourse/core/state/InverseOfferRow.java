package dev.bourse.core.state;

import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.FrameworkId;
import org.jspecify.annotations.Nullable;

/**
 * A framework has been asked to leave an agent.
 *
 * @param number unique in the cell
 * @param framework who
 * @param agent which
 * @param accepted what it has answered; null while it has not
 */
public record InverseOfferRow(
    long number, FrameworkId framework, AgentId agent, @Nullable Boolean accepted) implements Row {

  @Override
  public RowKey key() {
    return keyOf(number);
  }

  /** The key of an inverse offer. */
  public static RowKey keyOf(long number) {
    return new RowKey(Table.INVERSE_OFFERS, Long.toString(number));
  }
}
