package dev.bourse.gateway.testing;

import dev.bourse.gateway.view.Position;
import dev.bourse.topics.codec.RecordCodec;
import dev.bourse.topics.codec.RecordType;
import dev.bourse.topics.command.Command;
import dev.bourse.topics.job.JobState;
import dev.bourse.topics.journal.JournalEntry;
import dev.bourse.topics.kafka.CloudEvents;
import dev.bourse.topics.kafka.Keys;
import dev.bourse.topics.kafka.Layout;
import dev.bourse.topics.kafka.LogChunks;
import dev.bourse.topics.kafka.Topic;
import dev.bourse.topics.log.LogChunk;
import dev.bourse.topics.scheduler.OfferEvent;
import dev.bourse.topics.view.AgentView;
import dev.bourse.topics.view.FrameworkView;
import dev.bourse.topics.view.JobView;
import dev.bourse.topics.view.RoleView;
import dev.bourse.topics.view.TaskView;
import dev.bourse.topics.view.View;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Writes what the master and the agents would write. Like the master's, its views are transactions.
 */
public final class FakeMaster implements AutoCloseable {

  private final String bootstrapServers;
  private final Layout layout;
  private final KafkaProducer<byte[], byte[]> transactional;
  private final KafkaProducer<byte[], byte[]> plain;

  public FakeMaster(String bootstrapServers, Layout layout) {
    this.bootstrapServers = bootstrapServers;
    this.layout = layout;
    this.transactional =
        producer(
            Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "transactional.id",
                UUID.randomUUID().toString()));
    this.transactional.initTransactions();
    this.plain = producer(Map.of("bootstrap.servers", bootstrapServers));
  }

  private static KafkaProducer<byte[], byte[]> producer(Map<String, Object> config) {
    return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** Rows, a row that ended, what is no row, and markers at the end of the partitions. */
  void writeHistory() {
    write(Views.job("old-1").state(JobState.SUCCEEDED).submittedAt(1_000).build());
    write(Views.job("old-2").state(JobState.QUEUED).submittedAt(2_000).build());
    write(Views.job("old-ended").build());
    end(Topic.JOBS, "old-ended");
    poison(Topic.JOBS, "old-1", "this is no JSON");
    poison(Topic.JOBS, "old-2", "{\"id\":\"old-1\"}");
    transactional.beginTransaction();
    send(new ProducerRecord<>(name(Topic.JOBS), 0, Keys.bytes("aborted"), new byte[0]));
    transactional.flush();
    transactional.abortTransaction();
  }

  public void write(View view) {
    Topic topic =
        switch (view) {
          case JobView v -> Topic.JOBS;
          case TaskView v -> Topic.TASKS;
          case AgentView v -> Topic.AGENTS;
          case FrameworkView v -> Topic.FRAMEWORKS;
          case RoleView v -> Topic.ROLES;
        };
    var record =
        new ProducerRecord<>(name(topic), Keys.bytes(view.key()), RecordCodec.encode(view));
    CloudEvents.add(record.headers(), RecordType.of(view), "/master/0", "x");
    commit(record);
  }

  public void end(Topic table, String key) {
    commit(new ProducerRecord<>(name(table), Keys.bytes(key), null));
  }

  public void poison(Topic table, String key, String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    commit(new ProducerRecord<>(name(table), Keys.bytes(key), bytes));
  }

  public void reject(Position position, String reason) {
    var record =
        new ProducerRecord<>(name(Topic.DEAD_LETTERS), Keys.bytes("key"), Keys.bytes("value"));
    record
        .headers()
        .add("bourse_reason", Keys.bytes(reason))
        .add("bourse_topic", Keys.bytes(name(Topic.SUBMISSIONS)))
        .add("bourse_partition", Keys.bytes("" + position.partition()))
        .add("bourse_offset", Keys.bytes("" + position.offset()));
    commit(record);
  }

  /** An offer that is made or ended. */
  public void offers(OfferEvent event) {
    var record =
        new ProducerRecord<>(
            name(Topic.OFFERS),
            0,
            event.offer() * 1_000,
            Keys.bytes("framework"),
            RecordCodec.encode(event));
    CloudEvents.add(record.headers(), RecordType.of(event), "/master/0", "x");
    commit(record);
  }

  /** What became of an input. */
  public void journal(Topic topic, Position position, String rejection) {
    JournalEntry entry =
        new JournalEntry(
            JournalEntry.FORMAT,
            1,
            topic.suffix(),
            position.partition(),
            position.offset(),
            1,
            List.of("Step"),
            rejection,
            null,
            "0");
    commit(
        new ProducerRecord<>(
            name(Topic.JOURNAL),
            position.partition(),
            Keys.bytes("" + position.partition()),
            RecordCodec.encode(entry)));
  }

  /** Decides operations from now on. */
  public Decisions decide(Function<Command, String> rejection) {
    return new Decisions(this, config(), layout, rejection);
  }

  public void log(LogChunk chunk) {
    try {
      plain.send(LogChunks.encode(name(Topic.LOGS), "/agents/a1", chunk)).get(10, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** The submission at this position. */
  public ConsumerRecord<byte[], byte[]> submission(Position position) {
    TopicPartition where = new TopicPartition(name(Topic.SUBMISSIONS), position.partition());
    try (var consumer =
        new KafkaConsumer<>(config(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(List.of(where));
      consumer.seek(where, position.offset());
      return consumer.poll(java.time.Duration.ofSeconds(10)).iterator().next();
    }
  }

  @Override
  public void close() {
    transactional.close();
    plain.close();
  }

  private synchronized void commit(ProducerRecord<byte[], byte[]> record) {
    transactional.beginTransaction();
    send(record);
    transactional.commitTransaction();
  }

  private void send(ProducerRecord<byte[], byte[]> record) {
    var unused = transactional.send(record);
  }

  private Map<String, Object> config() {
    return Map.of("bootstrap.servers", bootstrapServers);
  }

  private String name(Topic topic) {
    return layout.name(topic);
  }
}
