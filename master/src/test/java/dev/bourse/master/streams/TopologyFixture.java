package dev.bourse.master.streams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.core.check.Invariants;
import dev.bourse.core.context.Position;
import dev.bourse.core.replay.Replay;
import dev.bourse.core.state.Row;
import dev.bourse.master.store.ChangelogReader;
import dev.bourse.master.store.ClusterStore;
import dev.bourse.topics.codec.RecordCodec;
import dev.bourse.topics.codec.RecordType;
import dev.bourse.topics.command.Command;
import dev.bourse.topics.command.RegisterAgent;
import dev.bourse.topics.command.ReportStatus;
import dev.bourse.topics.command.Settings;
import dev.bourse.topics.command.SubscribeFramework;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.journal.JournalEntry;
import dev.bourse.topics.kafka.CloudEvents;
import dev.bourse.topics.kafka.Keys;
import dev.bourse.topics.kafka.Layout;
import dev.bourse.topics.kafka.Topic;
import dev.bourse.topics.order.LaunchTask;
import dev.bourse.topics.order.Order;
import dev.bourse.topics.resources.Attributes;
import dev.bourse.topics.resources.Resources;
import dev.bourse.topics.scheduler.SchedulerEvent;
import dev.bourse.topics.task.Reason;
import dev.bourse.topics.task.TaskExit;
import dev.bourse.topics.task.TaskState;
import dev.bourse.topics.view.AgentView;
import dev.bourse.topics.view.FrameworkView;
import dev.bourse.topics.view.JobView;
import dev.bourse.topics.view.RoleView;
import dev.bourse.topics.view.TaskView;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/** A master in a test driver, with its topics at hand. */
final class TopologyFixture {

  private static final Layout LAYOUT = Layout.DEFAULT;
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final TopologyTestDriver driver;
  private final Map<Topic, TestOutputTopic<byte[], byte[]>> outputs = new TreeMap<>();
  private final Map<Topic, List<TestRecord<byte[], byte[]>>> inputs = new TreeMap<>();
  private final Map<String, byte[]> tables = new TreeMap<>();
  private final List<JournalEntry> journal = new ArrayList<>();
  private final Silence silence = new Silence();

  TopologyFixture() {
    this(Settings.DEFAULT);
  }

  TopologyFixture(Settings settings) {
    Properties config = new Properties();
    config.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
    config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
    driver =
        new TopologyTestDriver(
            MasterTopology.build(LAYOUT, settings, silence, 30_000), config, START);
  }

  void send(Topic topic, @Nullable String key, @Nullable String ceType, String value) {
    TestRecord<byte[], byte[]> record =
        new TestRecord<>(
            key == null ? null : Keys.bytes(key), value.getBytes(StandardCharsets.UTF_8), START);
    if (ceType != null) {
      record.headers().add(CloudEvents.TYPE, Keys.bytes(ceType));
    }
    pipe(topic, record);
  }

  void send(Topic topic, String key, Object value) {
    TestRecord<byte[], byte[]> record =
        new TestRecord<>(Keys.bytes(key), RecordCodec.encode(value), START);
    CloudEvents.add(record.headers(), RecordType.of(value), "/test", "1");
    pipe(topic, record);
  }

  private void pipe(Topic topic, TestRecord<byte[], byte[]> record) {
    TestInputTopic<byte[], byte[]> input =
        driver.createInputTopic(
            LAYOUT.name(topic), new ByteArraySerializer(), new ByteArraySerializer());
    input.pipeInput(record);
    inputs.computeIfAbsent(topic, t -> new ArrayList<>()).add(record);
    assertThat(Invariants.check(store().tables())).isEmpty();
  }

  void register(String agent, String resources) {
    send(
        Topic.MEMBERSHIP,
        agent,
        new RegisterAgent(
            new AgentId(agent),
            "i1",
            1,
            agent + ".example",
            Resources.parse(resources),
            Attributes.parse("rack:r1"),
            "none",
            "test",
            0,
            null,
            List.of(),
            null,
            null));
  }

  void submit(String id, String document) {
    send(Topic.SUBMISSIONS, id, null, document);
  }

  void running(LaunchTask launch, long sequence) {
    report(launch, sequence, TaskState.RUNNING, null);
  }

  void exited(LaunchTask launch, long sequence, int code) {
    TaskState state = code == 0 ? TaskState.FINISHED : TaskState.FAILED;
    report(launch, sequence, state, new TaskExit(code, null, 1, 2));
  }

  private void report(LaunchTask launch, long sequence, TaskState state, @Nullable TaskExit exit) {
    send(
        Topic.STATUS,
        launch.agent().value(),
        new ReportStatus(
            launch.agent(),
            launch.task(),
            launch.attempt(),
            launch.epoch(),
            sequence,
            state,
            exit == null ? null : Reason.COMMAND_ENDED,
            null,
            1,
            exit));
  }

  /** Of agents and frameworks alike. */
  void silence(long millis) {
    silence.millis = millis;
  }

  void subscribe(String framework, String session) {
    send(
        Topic.ACCEPTS,
        framework,
        new SubscribeFramework(new FrameworkId(framework), session, Silence.info(framework)));
  }

  /** What frameworks are told on a topic. */
  List<SchedulerEvent> notices(Topic topic) {
    return read(topic).stream().map(record -> (SchedulerEvent) decode(record)).toList();
  }

  void advance(Duration time) {
    driver.advanceWallClockTime(time);
  }

  /** The driver feeds what the master writes to its own input back to it; replay needs it too. */
  void noteOwnInputs() {
    for (Topic topic : List.of(Topic.MEMBERSHIP, Topic.ACCEPTS)) {
      inputs.computeIfAbsent(topic, t -> new ArrayList<>()).addAll(read(topic));
    }
  }

  List<Order> orders() {
    List<Order> orders = new ArrayList<>();
    for (TestRecord<byte[], byte[]> record : read(Topic.LAUNCHES)) {
      orders.add((Order) decode(record));
    }
    return orders;
  }

  private static Object decode(TestRecord<byte[], byte[]> record) {
    String type = Objects.requireNonNull(CloudEvents.type(record.headers()));
    Class<?> recordClass = Objects.requireNonNull(RecordType.ofName(type)).recordClass();
    return RecordCodec.decode(record.value(), recordClass);
  }

  List<LaunchTask> launches() {
    return orders().stream()
        .filter(LaunchTask.class::isInstance)
        .map(LaunchTask.class::cast)
        .toList();
  }

  JobView job(String id) {
    return row(Topic.JOBS, id, JobView.class);
  }

  TaskView task(String id) {
    return row(Topic.TASKS, id, TaskView.class);
  }

  AgentView agent(String id) {
    return row(Topic.AGENTS, id, AgentView.class);
  }

  FrameworkView framework(String id) {
    return row(Topic.FRAMEWORKS, id, FrameworkView.class);
  }

  RoleView role(String name) {
    return row(Topic.ROLES, name, RoleView.class);
  }

  private <V> V row(Topic topic, String id, Class<V> type) {
    for (TestRecord<byte[], byte[]> record : read(topic)) {
      tables.put(topic + new String(record.key(), StandardCharsets.UTF_8), record.value());
    }
    return RecordCodec.decode(tables.get(topic + id), type);
  }

  List<TestRecord<byte[], byte[]>> deadLetters() {
    return read(Topic.DEAD_LETTERS);
  }

  List<String> deadLetterReasons() {
    return deadLetters().stream().map(letter -> header(letter, "bourse_reason")).toList();
  }

  static String header(TestRecord<byte[], byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  List<JournalEntry> journal() {
    for (TestRecord<byte[], byte[]> record : read(Topic.JOURNAL)) {
      journal.add(RecordCodec.decode(record.value(), JournalEntry.class));
    }
    return journal;
  }

  private List<TestRecord<byte[], byte[]>> read(Topic topic) {
    return outputs
        .computeIfAbsent(
            topic,
            t ->
                driver.createOutputTopic(
                    LAYOUT.name(t), new ByteArrayDeserializer(), new ByteArrayDeserializer()))
        .readRecordsToList();
  }

  private ClusterStore store() {
    return (ClusterStore) driver.getStateStore(ClusterStore.NAME);
  }

  List<String> rows() {
    return store().tables().rows().stream().map(Row::toString).toList();
  }

  /** The state as an instance would have it that knows nothing but the changelog. */
  List<String> rowsRestoredFromChangelog() {
    ChangelogReader reader = new ChangelogReader();
    driver
        .createOutputTopic(
            "test-" + ClusterStore.NAME + "-changelog",
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())
        .readRecordsToList()
        .forEach(record -> reader.read(record.key(), record.value()));
    return reader.tables().rows().stream().map(Row::toString).toList();
  }

  void verifyReplay() {
    Replay replay = new Replay();
    for (JournalEntry entry : journal()) {
      assertThat(replay.step(entry, entry.topic() == null ? null : command(entry))).isNull();
    }
  }

  private Command command(JournalEntry entry) {
    TestRecord<byte[], byte[]> record = input(entry);
    String topic = Objects.requireNonNull(entry.topic());
    return new Inputs(LAYOUT)
        .decode(
            new Position(topic, entry.partition(), entry.offset()),
            new Record<>(record.key(), record.value(), record.timestamp(), record.headers()));
  }

  private TestRecord<byte[], byte[]> input(JournalEntry entry) {
    for (Topic topic : MasterTopology.INPUTS) {
      if (topic.suffix().equals(entry.topic())) {
        return inputs.get(topic).get((int) entry.offset());
      }
    }
    throw new IllegalStateException("no input topic " + entry.topic());
  }

  void close() {
    driver.close();
  }
}
