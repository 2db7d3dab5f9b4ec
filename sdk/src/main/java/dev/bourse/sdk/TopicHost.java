package dev.bourse.sdk;

import dev.bourse.topics.codec.RecordCodec;
import dev.bourse.topics.codec.RecordType;
import dev.bourse.topics.command.SchedulerCall;
import dev.bourse.topics.command.TeardownFramework;
import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.kafka.Topic;
import dev.bourse.topics.liveness.FrameworkHeartbeat;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Writes what a framework says to the topics of a cluster. */
final class TopicHost implements SchedulerHost {

  private final String key;
  private final String accepts;
  private final String heartbeats;
  private final RecordWriter writer;
  private final Agenda agenda;

  TopicHost(FrameworkId framework, String prefix, RecordWriter writer, Agenda agenda) {
    this.key = framework.value();
    this.accepts = Topic.ACCEPTS.name(prefix);
    this.heartbeats = Topic.HEARTBEATS.name(prefix);
    this.writer = writer;
    this.agenda = agenda;
  }

  @Override
  public void send(int cell, SchedulerCall call) {
    send(accepts, cell, call);
  }

  @Override
  public void send(int cell, TeardownFramework teardown) {
    send(accepts, cell, teardown);
  }

  @Override
  public void send(int cell, FrameworkHeartbeat sign) {
    send(heartbeats, cell, sign);
  }

  private void send(String topic, int cell, Object record) {
    writer.send(topic, cell, key, RecordType.of(record), RecordCodec.encode(record));
  }

  @Override
  public Instant now() {
    return agenda.now();
  }

  @Override
  public void after(Duration delay, Runnable action) {
    agenda.after(delay, action);
  }

  @Override
  public String newSession() {
    return UUID.randomUUID().toString();
  }
}
