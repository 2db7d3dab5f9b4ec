package dev.bourse.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bourse.sdk.KafkaSchedulerDriver.Options;
import dev.bourse.topics.codec.RecordCodec;
import dev.bourse.topics.codec.RecordType;
import dev.bourse.topics.command.SubscribeFramework;
import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.kafka.CloudEvents;
import dev.bourse.topics.kafka.Keys;
import dev.bourse.topics.scheduler.FrameworkSubscribed;
import dev.bourse.topics.scheduler.SchedulerEvent;
import dev.bourse.topics.scheduler.SessionEnded;
import dev.bourse.topics.scheduler.TaskUpdate;
import dev.bourse.topics.task.TaskState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KafkaSchedulerDriverTest {

  private static final long END = 5;
  private static final Options OPTIONS = Options.DEFAULT.withPrefix("b.");

  private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
  private final MockProducer<String, byte[]> producer =
      new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
  private final Recorder recorder = new Recorder();
  private final Map<TopicPartition, Long> offsets = new HashMap<>();

  private KafkaSchedulerDriver driver(int cells, Options options, Scheduler scheduler) {
    for (String topic : List.of("b.accepts", "b.offers", "b.updates")) {
      List<PartitionInfo> partitions = new ArrayList<>();
      for (int cell = 0; cell < cells; cell++) {
        partitions.add(new PartitionInfo(topic, cell, null, null, null));
        offsets.put(new TopicPartition(topic, cell), END);
      }
      consumer.updatePartitions(topic, partitions);
    }
    consumer.updateEndOffsets(offsets);
    return new KafkaSchedulerDriver(
        Events.ID, Events.INFO, scheduler, options, () -> consumer, () -> producer);
  }

  @Test
  void shouldSubscribeTellWhatHappensAndSayGoodbye() {
    KafkaSchedulerDriver driver = driver(1, OPTIONS, recorder);
    consumer.schedulePollTask(() -> add("b.updates", 0, Events.subscribed(session(0))));
    consumer.schedulePollTask(
        () -> {
          add("b.offers", 0, Events.offer(session(0), 1));
          add("b.offers", 0, Events.offer(session(0), 2));
          add("b.updates", 0, Events.update("t1", TaskState.RUNNING, "u1"));
        });
    consumer.schedulePollTask(driver::close);

    driver.run();

    assertThat(recorder.takeTold())
        .containsExactlyInAnyOrder("subscribed " + session(0), "t1 RUNNING", "offers [1, 2]");
    assertThat(types("b.accepts"))
        .containsExactly(
            "dev.bourse.framework.subscribe.v1",
            "dev.bourse.framework.acknowledge.v1",
            "dev.bourse.framework.disconnect.v1");
    assertThat(types("b.heartbeats")).containsExactly("dev.bourse.framework.heartbeat.v1");
    assertThat(producer.history()).extracting(ProducerRecord::key).containsOnly("f1");
    assertThat(producer.closed()).isTrue();
  }

  @Test
  void shouldDoWhatOtherThreadsHandIn() {
    KafkaSchedulerDriver driver = driver(1, OPTIONS, recorder);
    List<FrameworkId> early = new ArrayList<>();
    driver.execute(calls -> early.add(calls.framework()));
    consumer.schedulePollTask(() -> add("b.updates", 0, Events.subscribed(session(0))));
    consumer.schedulePollTask(() -> driver.execute(SchedulerDriver::revive));
    consumer.schedulePollTask(driver::close);

    driver.run();

    assertThat(early).containsExactly(Events.ID);
    assertThat(recorder.takeTold()).containsExactly("subscribed " + session(0));
    assertThat(types("b.accepts"))
        .containsExactly(
            "dev.bourse.framework.subscribe.v1",
            "dev.bourse.framework.revive.v1",
            "dev.bourse.framework.disconnect.v1");
  }

  @Test
  void shouldSkipWhatIsNotForIt() {
    KafkaSchedulerDriver driver = driver(1, OPTIONS, recorder);
    consumer.schedulePollTask(
        () -> {
          FrameworkSubscribed own = Events.subscribed(session(0));
          add("b.updates", 0, "f2", RecordType.SUBSCRIBED.ceType(), own);
          add("b.updates", 0, "f1", "dev.bourse.something.new.v9", own);
          add("b.updates", 0, "f1", RecordType.JOB_VIEW.ceType(), own);
          add("b.updates", 0, "f1", null, own);
        });
    consumer.schedulePollTask(driver::close);

    driver.run();

    assertThat(recorder.takeTold()).isEmpty();
  }

  @Test
  void shouldStayInItsHomeCellUnlessItWantsAll() {
    int home = Keys.partition("f1", 3);
    KafkaSchedulerDriver driver = driver(3, OPTIONS, recorder);
    consumer.schedulePollTask(driver::close);
    driver.run();

    assertThat(producer.history()).extracting(ProducerRecord::partition).containsOnly(home);
  }

  @Test
  void shouldSubscribeInAllCells() {
    KafkaSchedulerDriver driver = driver(3, OPTIONS.withAllCells(), recorder);
    consumer.schedulePollTask(() -> add("b.updates", 2, Events.subscribed(session(2))));
    consumer.schedulePollTask(driver::close);
    driver.run();

    assertThat(recorder.takeTold()).containsExactly("subscribed " + session(2));
    assertThat(producer.history().subList(0, 3))
        .extracting(ProducerRecord::partition)
        .containsExactly(0, 1, 2);
    assertThat(IntStream.range(0, 3).mapToObj(this::session).distinct()).hasSize(3);
  }

  @Test
  void shouldReturnWhenItIsReplaced() {
    KafkaSchedulerDriver driver = driver(1, OPTIONS, recorder);
    consumer.schedulePollTask(
        () -> add("b.updates", 0, Events.ended(session(0), SessionEnded.Cause.REPLACED)));

    driver.run();

    assertThat(recorder.takeTold()).containsExactly("REPLACED " + session(0));
    assertThat(types("b.accepts")).containsExactly("dev.bourse.framework.subscribe.v1");
  }

  @Test
  void shouldLeaveAcknowledgementToTheScheduler() {
    KafkaSchedulerDriver driver = driver(1, OPTIONS.withManualAcknowledgement(), recorder);
    consumer.schedulePollTask(() -> add("b.updates", 0, Events.subscribed(session(0))));
    consumer.schedulePollTask(
        () -> add("b.updates", 0, Events.update("t1", TaskState.RUNNING, "u1")));
    consumer.schedulePollTask(driver::close);

    driver.run();

    assertThat(recorder.takeTold()).contains("t1 RUNNING");
    assertThat(types("b.accepts")).doesNotContain("dev.bourse.framework.acknowledge.v1");
  }

  @Test
  void shouldEndWithoutAGoodbyeWhenTheSchedulerThrows() {
    Scheduler broken =
        new Recorder() {
          @Override
          public void statusUpdate(SchedulerDriver driver, TaskUpdate update) {
            throw new IllegalStateException("no");
          }
        };
    KafkaSchedulerDriver driver = driver(1, OPTIONS, broken);
    consumer.schedulePollTask(() -> add("b.updates", 0, Events.subscribed(session(0))));
    consumer.schedulePollTask(
        () -> add("b.updates", 0, Events.update("t1", TaskState.RUNNING, "u1")));

    assertThatThrownBy(driver::run).hasMessage("no");
    assertThat(types("b.accepts")).containsExactly("dev.bourse.framework.subscribe.v1");
    assertThat(consumer.closed()).isTrue();
  }

  @Test
  void shouldEndWhenARecordCannotBeWritten() {
    producer.sendException = new KafkaException("gone");

    assertThatThrownBy(driver(1, OPTIONS, recorder)::run).isInstanceOf(KafkaException.class);
  }

  @Test
  void shouldSayThatThereIsNoSuchCluster() {
    assertThatThrownBy(driver(0, OPTIONS, recorder)::run)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("there is no topic 'b.accepts'");
  }

  /** The session in which it has subscribed in a cell. */
  private String session(int cell) {
    Optional<String> session =
        producer.history().stream()
            .filter(record -> record.partition() == cell)
            .map(record -> RecordCodec.decode(record.value(), SubscribeFramework.class).session())
            .findFirst();
    return session.orElseThrow();
  }

  private List<String> types(String topic) {
    List<String> types = new ArrayList<>();
    for (ProducerRecord<String, byte[]> record : producer.history()) {
      if (record.topic().equals(topic)) {
        types.add(CloudEvents.type(record.headers()));
      }
    }
    return types;
  }

  private void add(String topic, int cell, SchedulerEvent event) {
    add(topic, cell, "f1", RecordType.of(event).ceType(), event);
  }

  private void add(
      String topic, int cell, String key, @Nullable String type, SchedulerEvent event) {
    TopicPartition partition = new TopicPartition(topic, cell);
    long offset = offsets.merge(partition, 1L, Long::sum) - 1;
    RecordHeaders headers = new RecordHeaders();
    if (type != null) {
      headers.add(CloudEvents.TYPE, Keys.bytes(type));
    }
    consumer.addRecord(
        new ConsumerRecord<>(
            topic,
            cell,
            offset,
            0,
            TimestampType.CREATE_TIME,
            -1,
            -1,
            Keys.bytes(key),
            RecordCodec.encode(event),
            headers,
            Optional.empty()));
  }
}
