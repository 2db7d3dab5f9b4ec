package dev.bourse.agent.kafka;

import dev.bourse.topics.codec.InvalidRecordException;
import dev.bourse.topics.codec.RecordCodec;
import dev.bourse.topics.codec.RecordType;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.kafka.CloudEvents;
import dev.bourse.topics.kafka.Keys;
import dev.bourse.topics.order.Order;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Reads the records of the topic of orders that are for one agent. */
public final class OrderDecoder {

  private static final List<RecordType> ORDERS =
      List.of(
          RecordType.LAUNCH_TASK,
          RecordType.KILL_TASK,
          RecordType.ACKNOWLEDGE_STATUS,
          RecordType.CONFIRM_REGISTRATION,
          RecordType.REQUEST_REGISTRATION,
          RecordType.SHUTDOWN_AGENT);

  private final AgentId agent;
  private final byte[] key;

  /** For this agent. */
  public OrderDecoder(AgentId agent) {
    this.agent = agent;
    this.key = Keys.bytes(agent.value());
  }

  /**
   * Reads.
   *
   * @return null when the record is for another agent
   * @throws InvalidRecordException when it cannot be read, or nobody can tell whom it is for
   */
  public @Nullable Order decode(ConsumerRecord<byte[], byte[]> record) {
    if (record.key() == null) {
      throw new InvalidRecordException("key: is missing, but must be the id of an agent");
    }
    if (!Arrays.equals(record.key(), key)) {
      return null;
    }
    Order order = (Order) RecordCodec.decode(record.value(), type(record).recordClass());
    if (!agent.equals(order.agent())) {
      throw new InvalidRecordException(
          "agent: is '" + order.agent() + "', but must be the record's key, '" + agent + "'");
    }
    OrderCheck.check(order);
    return order;
  }

  private static RecordType type(ConsumerRecord<byte[], byte[]> record) {
    String name = CloudEvents.type(record.headers());
    RecordType type = name == null ? null : RecordType.ofName(name);
    if (type == null || !ORDERS.contains(type)) {
      throw new InvalidRecordException(
          "header ce_type: %s, but must be one of %s"
              .formatted(
                  name == null ? "is missing" : "is '" + name + "'",
                  ORDERS.stream().map(RecordType::ceType).collect(Collectors.joining(", "))));
    }
    return type;
  }
}
