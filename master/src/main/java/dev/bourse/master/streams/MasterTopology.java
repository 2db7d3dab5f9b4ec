package dev.bourse.master.streams;

import dev.bourse.master.liveness.Liveness;
import dev.bourse.master.store.ClusterStoreBuilder;
import dev.bourse.topics.command.Settings;
import dev.bourse.topics.kafka.Layout;
import dev.bourse.topics.kafka.Topic;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.StreamPartitioner;

/**
 * One sub-topology: every input topic into one processor with one store, and out to every topic
 * that the master writes. One task is one cell.
 */
public final class MasterTopology {

  /** What the master decides on. */
  static final List<Topic> INPUTS = List.of(Topic.SUBMISSIONS, Topic.MEMBERSHIP, Topic.STATUS);

  /** What the master writes, where the key decides on the partition. */
  private static final List<Topic> OUTPUTS =
      List.of(
          Topic.LAUNCHES,
          Topic.JOBS,
          Topic.TASKS,
          Topic.AGENTS,
          Topic.DEAD_LETTERS,
          Topic.MEMBERSHIP);

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
          new ByteArraySerializer(),
          new ByteArraySerializer(),
          Nodes.PROCESSOR);
    }
    topology.addSink(
        Nodes.sink(Topic.JOURNAL),
        layout.name(Topic.JOURNAL),
        new ByteArraySerializer(),
        new ByteArraySerializer(),
        new ByCell(),
        Nodes.PROCESSOR);
    return topology;
  }

  /** The journal's key is the number of its cell, and so is its partition. */
  private static final class ByCell implements StreamPartitioner<byte[], byte[]> {

    @Override
    public Optional<Set<Integer>> partitions(
        String topic, byte[] key, byte[] value, int numPartitions) {
      return Optional.of(Set.of(Integer.parseInt(new String(key, StandardCharsets.UTF_8))));
    }
  }
}
