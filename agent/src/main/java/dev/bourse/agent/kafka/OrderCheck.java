package dev.bourse.agent.kafka;

import dev.bourse.topics.codec.InvalidRecordException;
import dev.bourse.topics.order.AcknowledgeStatus;
import dev.bourse.topics.order.ConfirmRegistration;
import dev.bourse.topics.order.KillTask;
import dev.bourse.topics.order.LaunchTask;
import dev.bourse.topics.order.Order;
import dev.bourse.topics.order.RequestRegistration;
import dev.bourse.topics.order.ShutdownAgent;

/**
 * Whether the numbers of an order make sense; that nothing is missing is known when it could be
 * read.
 */
final class OrderCheck {

  private OrderCheck() {}

  static void check(Order order) {
    switch (order) {
      case LaunchTask launch -> {
        atLeast(1, "attempt", launch.attempt());
        atLeast(1, "epoch", launch.epoch());
        atLeast(0, "killGraceMillis", launch.killGraceMillis());
        atLeast(0, "logCapBytes", launch.logCapBytes());
      }
      case KillTask kill -> {
        atLeast(1, "epoch", kill.epoch());
        atLeast(0, "graceMillis", kill.graceMillis());
      }
      case AcknowledgeStatus any -> {}
      case ConfirmRegistration any -> {}
      case RequestRegistration any -> {}
      case ShutdownAgent any -> {}
    }
  }

  private static void atLeast(long min, String field, long value) {
    if (value < min) {
      throw new InvalidRecordException(
          field + ": is " + value + ", but must be " + min + " or more");
    }
  }
}
