package dev.bourse.agent.loop;

import dev.bourse.topics.order.Order;
import java.util.concurrent.CompletionStage;

/** Who takes the orders. */
public interface OrderHandler {

  /**
   * An order has arrived.
   *
   * @param nextOffset where the order after it is
   * @return completed when its effects are on disk
   */
  CompletionStage<Void> order(Order order, long nextOffset);

  /** Records up to here were not for this agent, or were no orders. */
  void skipped(long nextOffset);
}
