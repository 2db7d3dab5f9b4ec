package dev.bourse.agent.kafka;

import dev.bourse.agent.loop.Outbox;
import dev.bourse.agent.machine.AttemptKey;
import dev.bourse.topics.codec.RecordCodec;
import dev.bourse.topics.codec.RecordType;
import dev.bourse.topics.command.DeregisterAgent;
import dev.bourse.topics.command.RegisterAgent;
import dev.bourse.topics.command.ReportStatus;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.kafka.CloudEvents;
import dev.bourse.topics.kafka.Keys;
import dev.bourse.topics.kafka.Layout;
import dev.bourse.topics.kafka.LogChunks;
import dev.bourse.topics.kafka.Topic;
import dev.bourse.topics.liveness.Heartbeat;
import dev.bourse.topics.log.LogChunk;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Writes what an agent says to the topics, all through one producer, so that what is said first
 * arrives first. While Kafka is away the producer holds it back; of what is repeated only one is
 * held, so that nothing piles up.
 */
public final class KafkaOutbox implements Outbox {

  private final AgentId agent;
  private final Layout layout;
  private final RecordSender sender;
  private final String source;
  private final String run;
  private final AtomicLong count = new AtomicLong();
  private final Set<Object> underWay = ConcurrentHashMap.newKeySet();

  /**
   * An outbox.
   *
   * @param run tells the records of this run of the agent from those of others
   */
  public KafkaOutbox(AgentId agent, Layout layout, RecordSender sender, String run) {
    this.agent = agent;
    this.layout = layout;
    this.sender = sender;
    this.source = "/agents/" + agent;
    this.run = run;
  }

  @Override
  public void status(ReportStatus report) {
    once(
        new Said(AttemptKey.of(report), report.sequence()),
        Topic.STATUS,
        RecordType.REPORT_STATUS,
        report);
  }

  @Override
  public void register(RegisterAgent registration) {
    once(registration, Topic.MEMBERSHIP, RecordType.REGISTER_AGENT, registration);
  }

  @Override
  public void deregister(DeregisterAgent deregistration) {
    once(deregistration, Topic.MEMBERSHIP, RecordType.DEREGISTER_AGENT, deregistration);
  }

  @Override
  public void heartbeat(Heartbeat heartbeat) {
    once(Heartbeat.class, Topic.HEARTBEATS, RecordType.HEARTBEAT, heartbeat);
  }

  @Override
  public CompletionStage<Void> send(LogChunk chunk) {
    return sender.send(LogChunks.encode(layout.name(Topic.LOGS), source, chunk));
  }

  /** Says something, unless the same is still under way. */
  private void once(Object what, Topic topic, RecordType type, Object record) {
    if (!underWay.add(what)) {
      return;
    }
    ProducerRecord<byte[], byte[]> message =
        new ProducerRecord<>(
            layout.name(topic), Keys.bytes(agent.value()), RecordCodec.encode(record));
    CloudEvents.add(message.headers(), type, source, run + "/" + count.incrementAndGet());
    var unused = sender.send(message).whenComplete((done, problem) -> underWay.remove(what));
  }

  private record Said(AttemptKey key, long sequence) {}
}
