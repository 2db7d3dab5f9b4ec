package dev.bourse.agent.kafka;

import static org.awaitility.Awaitility.await;

import dev.bourse.topics.codec.RecordCodec;
import dev.bourse.topics.codec.RecordType;
import dev.bourse.topics.command.RegisterAgent;
import dev.bourse.topics.command.ReportStatus;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.JobId;
import dev.bourse.topics.id.TaskId;
import dev.bourse.topics.job.ProcessSpec;
import dev.bourse.topics.kafka.CloudEvents;
import dev.bourse.topics.kafka.Keys;
import dev.bourse.topics.kafka.Layout;
import dev.bourse.topics.kafka.LogChunks;
import dev.bourse.topics.kafka.Topic;
import dev.bourse.topics.log.LogChunk;
import dev.bourse.topics.log.LogStream;
import dev.bourse.topics.order.AcknowledgeStatus;
import dev.bourse.topics.order.ConfirmRegistration;
import dev.bourse.topics.order.LaunchTask;
import dev.bourse.topics.order.Order;
import dev.bourse.topics.resources.Resources;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Plays the master with plain clients, and keeps everything that agents say. */
final class MasterDouble implements AutoCloseable {

  private static final Duration LIMIT = Duration.ofSeconds(60);

  final List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
  private final AgentId agent;
  private final Layout layout;
  private final KafkaProducer<byte[], byte[]> producer;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private String incarnation = "";

  /** For topics that exist. */
  MasterDouble(String bootstrap, Layout layout, AgentId agent) {
    this.agent = agent;
    this.layout = layout;
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrap, "linger.ms", "0"),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    this.consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrap),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> places =
        List.of(Topic.MEMBERSHIP, Topic.STATUS, Topic.LOGS, Topic.HEARTBEATS, Topic.DEAD_LETTERS)
            .stream()
            .flatMap(
                topic ->
                    IntStream.range(0, topic.partitions(layout))
                        .mapToObj(i -> new TopicPartition(layout.name(topic), i)))
            .toList();
    consumer.assign(places);
    consumer.seekToBeginning(places);
  }

  void order(Order order) {
    ProducerRecord<byte[], byte[]> record = record(RecordCodec.encode(order));
    CloudEvents.add(record.headers(), RecordType.of(order), "/master/0", "1");
    send(record);
  }

  /** A record that is no order. */
  void nonsense(String value, String type) {
    ProducerRecord<byte[], byte[]> record = record(value.getBytes(StandardCharsets.UTF_8));
    record.headers().add(CloudEvents.TYPE, type.getBytes(StandardCharsets.UTF_8));
    send(record);
  }

  private ProducerRecord<byte[], byte[]> record(byte[] value) {
    return new ProducerRecord<>(layout.name(Topic.LAUNCHES), Keys.bytes(agent.value()), value);
  }

  private void send(ProducerRecord<byte[], byte[]> record) {
    var unused = producer.send(record);
    producer.flush();
  }

  RegisterAgent confirmRegistration(long number, Predicate<RegisterAgent> wanted) {
    RegisterAgent registration = awaitRecord(RegisterAgent.class, wanted);
    incarnation = registration.incarnation();
    order(new ConfirmRegistration(agent, incarnation, registration.run(), number));
    return registration;
  }

  String incarnation() {
    return incarnation;
  }

  void launch(long epoch, String line) {
    order(
        new LaunchTask(
            agent,
            incarnation,
            task(epoch),
            new JobId("job" + epoch),
            1,
            epoch,
            ProcessSpec.of(List.of("/bin/sh", "-c", line)),
            Resources.parse("cpus:1"),
            1_000,
            1 << 20,
            null,
            null));
  }

  void acknowledge(ReportStatus report) {
    order(
        new AcknowledgeStatus(
            agent, report.task(), report.attempt(), report.epoch(), report.sequence()));
  }

  ReportStatus awaitReport(long epoch, Predicate<ReportStatus> wanted) {
    return awaitRecord(
        ReportStatus.class, report -> report.epoch() == epoch && wanted.test(report));
  }

  ReportStatus awaitEnd(long epoch) {
    return awaitReport(epoch, report -> report.state().isTerminal());
  }

  void poll() {
    consumer.poll(Duration.ofMillis(50)).forEach(records::add);
  }

  <T> T awaitRecord(Class<T> type, Predicate<T> wanted) {
    return await()
        .atMost(LIMIT)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(10))
        .until(
            () -> {
              poll();
              return all(type).stream().filter(wanted).findFirst().orElse(null);
            },
            found -> found != null);
  }

  <T> List<T> all(Class<T> type) {
    return records.stream()
        .filter(record -> ofType(record, type))
        .map(record -> RecordCodec.decode(record.value(), type))
        .toList();
  }

  private static boolean ofType(ConsumerRecord<byte[], byte[]> record, Class<?> type) {
    String name = CloudEvents.type(record.headers());
    RecordType known = name == null ? null : RecordType.ofName(name);
    return known != null && known.recordClass() == type && !record.topic().endsWith("dead-letters");
  }

  ConsumerRecord<byte[], byte[]> awaitDeadLetter(int index) {
    return await()
        .atMost(LIMIT)
        .until(
            () -> {
              poll();
              List<ConsumerRecord<byte[], byte[]>> letters =
                  records.stream().filter(r -> r.topic().endsWith("dead-letters")).toList();
              return letters.size() > index ? letters.get(index) : null;
            },
            found -> found != null);
  }

  /** What a task has written; of pieces that overlap, as after a restart, only what is new. */
  String output(long epoch, LogStream stream) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    records.stream()
        .filter(record -> ofType(record, LogChunk.class))
        .map(LogChunks::decode)
        .filter(chunk -> chunk.epoch() == epoch && chunk.stream() == stream)
        .forEach(
            chunk -> {
              int known = (int) (text.size() - chunk.position());
              if (known >= 0 && known < chunk.bytes().length) {
                text.write(chunk.bytes(), known, chunk.bytes().length - known);
              }
            });
    return text.toString(StandardCharsets.UTF_8);
  }

  static TaskId task(long epoch) {
    return TaskId.of(new JobId("job" + epoch), 0);
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(5));
    consumer.close(CloseOptions.timeout(Duration.ofSeconds(5)));
  }
}
