package dev.bourse.agent.kafka;

import dev.bourse.topics.kafka.Layout;
import dev.bourse.topics.kafka.Topic;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.util.Map;
import java.util.TreeMap;

/**
 * Settings of the two channels that are known only when the agent starts: where Kafka is, and from
 * which offset the orders are to be read. Must be filled before the channels start.
 */
@ApplicationScoped
public class Channels {

  /** Orders to this agent: {@code mp.messaging.incoming.orders}. */
  public static final String ORDERS = "orders";

  /** All that this agent says: {@code mp.messaging.outgoing.outbox}. */
  public static final String OUTBOX = "outbox";

  private final Map<String, Object> orders = new TreeMap<>();
  private final Map<String, Object> outbox = new TreeMap<>();

  /** CDI needs it. */
  public Channels() {}

  /**
   * Fills them.
   *
   * @param partition of the topic of orders
   * @param offset of the next order
   */
  public void open(String bootstrap, String agent, Layout layout, int partition, long offset) {
    String topic = layout.name(Topic.LAUNCHES);
    orders.put("bootstrap.servers", bootstrap);
    orders.put("client.id", "bourse-agent-" + agent);
    orders.put("topic", topic);
    // No group: which partition an agent reads follows from its id, and where it stands is on its
    // own disk.
    orders.put("assign-seek", topic + ":" + partition + ":" + offset);
    outbox.put("bootstrap.servers", bootstrap);
    outbox.put("client.id", "bourse-agent-" + agent);
  }

  /** For the incoming channel. */
  @Produces
  @Dependent
  @Identifier(ORDERS)
  Map<String, Object> orders() {
    return orders;
  }

  /** For the outgoing channel. */
  @Produces
  @Dependent
  @Identifier(OUTBOX)
  Map<String, Object> outbox() {
    return outbox;
  }
}
