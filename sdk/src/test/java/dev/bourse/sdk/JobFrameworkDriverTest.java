package dev.bourse.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bourse.topics.codec.RecordCodec;
import dev.bourse.topics.id.JobId;
import dev.bourse.topics.job.JobState;
import dev.bourse.topics.kafka.CloudEvents;
import dev.bourse.topics.view.JobView;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JobFrameworkDriverTest {

  private static final TopicPartition JOBS = new TopicPartition("b.jobs", 0);

  private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
  private final MockProducer<String, byte[]> producer =
      new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
  private final List<String> told = new ArrayList<>();
  private JobFrameworkDriver driver;
  private long offset;

  @BeforeEach
  void prepare() {
    consumer.updatePartitions(
        JOBS.topic(), List.of(new PartitionInfo(JOBS.topic(), JOBS.partition(), null, null, null)));
    consumer.updateBeginningOffsets(Map.of(JOBS, 0L));
    consumer.updateEndOffsets(Map.of(JOBS, 2L));
  }

  @Test
  void shouldTellWhatIsThereAndThenThatItIsReadyAndThenWhatIsNew() {
    consumer.schedulePollTask(() -> put("a", JobState.QUEUED));
    consumer.schedulePollTask(() -> put("a", JobState.RUNNING));
    consumer.schedulePollTask(() -> put("a", JobState.SUCCEEDED));
    consumer.schedulePollTask(this::forget);

    run(new Recorder());

    assertThat(told)
        .containsExactly("a QUEUED", "a RUNNING", "ready", "a SUCCEEDED", "a forgotten");
  }

  @Test
  void shouldWriteWhatIsSubmittedAndCancelled() {
    consumer.updateEndOffsets(Map.of(JOBS, 0L));

    run(
        new Recorder() {
          @Override
          public void ready(JobClient jobs) {
            jobs.submit(new JobId("x"), "{}");
            jobs.cancel(new JobId("x"), "why not");
            driver.close();
          }
        });

    assertThat(producer.history()).extracting(ProducerRecord::topic).containsOnly("b.submissions");
    assertThat(producer.history()).extracting(ProducerRecord::key).containsExactly("x", "x");
    assertThat(producer.history())
        .extracting(record -> CloudEvents.type(record.headers()))
        .containsExactly("dev.bourse.job.submit.v1", "dev.bourse.job.cancel.v1");
    assertThat(new String(producer.history().getFirst().value(), StandardCharsets.UTF_8))
        .isEqualTo("{}");
  }

  @Test
  void shouldDoLaterWhatIsDue() {
    consumer.updateEndOffsets(Map.of(JOBS, 0L));

    run(
        new Recorder() {
          @Override
          public void ready(JobClient jobs) {
            jobs.after(Duration.ofDays(1), () -> told.add("never"));
            jobs.after(Duration.ofMillis(1), () -> jobs.after(Duration.ZERO, this::end));
            jobs.after(Duration.ZERO, () -> told.add("later"));
          }

          private void end() {
            driver.close();
          }
        });

    assertThat(told).containsExactly("later");
  }

  @Test
  void shouldEndWhenARecordCannotBeWritten() {
    consumer.updateEndOffsets(Map.of(JOBS, 0L));
    producer.sendException = new KafkaException("gone");

    assertThatThrownBy(
            () ->
                run(
                    new Recorder() {
                      @Override
                      public void ready(JobClient jobs) {
                        jobs.submit(new JobId("x"), "{}");
                      }
                    }))
        .isInstanceOf(KafkaException.class);
  }

  @Test
  void shouldSayThatThereIsNoSuchCluster() {
    consumer.updatePartitions(JOBS.topic(), List.of());

    assertThatThrownBy(() -> run(new Recorder()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("there is no topic 'b.jobs'");
  }

  private void run(JobFramework framework) {
    driver = new JobFrameworkDriver("b.", framework, () -> consumer, () -> producer);
    driver.run();
  }

  private void put(String id, JobState state) {
    JobView view =
        new JobView(
            new JobId(id),
            state,
            null,
            "",
            null,
            null,
            List.of(),
            null,
            0,
            false,
            null,
            1,
            0,
            0,
            0,
            "0:0");
    add(id, RecordCodec.encode(view));
  }

  private void forget() {
    add("a", null);
  }

  private void add(String id, byte[] value) {
    byte[] key = id.getBytes(StandardCharsets.UTF_8);
    consumer.addRecord(new ConsumerRecord<>(JOBS.topic(), JOBS.partition(), offset++, key, value));
  }

  /** Writes down what it is told, and ends when a job is forgotten. */
  private class Recorder implements JobFramework {

    @Override
    public void ready(JobClient jobs) {
      told.add("ready");
    }

    @Override
    public void jobChanged(JobView job, JobClient jobs) {
      told.add(job.id() + " " + job.state());
    }

    @Override
    public void jobForgotten(JobId job, JobClient jobs) {
      told.add(job + " forgotten");
      driver.close();
    }
  }
}
