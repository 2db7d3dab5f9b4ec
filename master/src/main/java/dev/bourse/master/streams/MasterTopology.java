package dev.bourse.master.streams;

import dev.bourse.master.liveness.Liveness;
import dev.bourse.master.store.ClusterStoreBuilder;
import dev.bourse.topics.command.Settings;
import dev.bourse.topics.kafka.Layout;
import dev.bourse.topics.kafka.Topic;
import java.util.List;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;

/**
 * One sub-topology: every input topic into one processor with one store, and out to every topic
 * that the master writes. One task is one cell.
 */
public final class MasterTopology {

  /** What the master decides on. */
  static final List<Topic> INPUTS =
      List.of(Topic.SUBMISSIONS, Topic.MEMBERSHIP, Topic.STATUS, Topic.ACCEPTS, Topic.OPERATIONS);

  /** What the master writes. */
  private static final List<Topic> OUTPUTS =
      List.of(
          Topic.LAUNCHES,
          Topic.JOBS,
          Topic.TASKS,
          Topic.AGENTS,
          Topic.FRAMEWORKS,
          Topic.ROLES,
          Topic.OFFERS,
          Topic.UPDATES,
          Topic.JOURNAL,
          Topic.DEAD_LETTERS,
          Topic.MEMBERSHIP,
          Topic.ACCEPTS);

  private MasterTopology() {}

  /**
   * Builds it.
   *
   * @param layout names of the topics
   * @param settings of the core
   * @param liveness who has been heard of
   * @param agentTimeoutMillis how long an agent may be silent
   */
  public static Topology build(
      Layout layout, Settings settings, Liveness liveness, long agentTimeoutMillis) {
    Topology topology = new Topology();
    for (Topic topic : INPUTS) {
      topology.addSource(
          AutoOffsetReset.earliest(),
          Nodes.source(topic),
          new ByteArrayDeserializer(),
          new ByteArrayDeserializer(),
          layout.name(topic));
    }
    topology.addProcessor(
        Nodes.PROCESSOR,
        () -> new MasterProcessor(layout, settings, liveness, agentTimeoutMillis),
        INPUTS.stream().map(Nodes::source).toArray(String[]::new));
    topology.addStateStore(new ClusterStoreBuilder(), Nodes.PROCESSOR);
    for (Topic topic : OUTPUTS) {
      topology.addSink(
          Nodes.sink(topic),
          layout.name(topic),
          Address.SERIALIZER,
          new ByteArraySerializer(),
          Address.PARTITIONER,
          Nodes.PROCESSOR);
    }
    return topology;
  }
}
