package dev.bourse.agent.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.topics.command.ReportStatus;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.TaskId;
import dev.bourse.topics.kafka.CloudEvents;
import dev.bourse.topics.kafka.Layout;
import dev.bourse.topics.liveness.Heartbeat;
import dev.bourse.topics.task.TaskState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class KafkaOutboxTest {

  private static final AgentId AGENT = new AgentId("a1");

  private final List<ProducerRecord<byte[], byte[]>> sent = new ArrayList<>();
  private final List<CompletableFuture<Void>> answers = new ArrayList<>();
  private final KafkaOutbox outbox =
      new KafkaOutbox(
          AGENT,
          Layout.DEFAULT,
          record -> {
            sent.add(record);
            CompletableFuture<Void> answer = new CompletableFuture<>();
            answers.add(answer);
            return answer;
          },
          "run");

  @Test
  void shouldWriteUnderTheAgentsIdWithHeaders() {
    outbox.status(report(1));
    assertThat(sent.getFirst().topic()).isEqualTo("bourse.status");
    assertThat(new String(sent.getFirst().key(), StandardCharsets.UTF_8)).isEqualTo("a1");
    assertThat(CloudEvents.type(sent.getFirst().headers())).isEqualTo("dev.bourse.task.status.v1");
  }

  @Test
  void shouldHoldOnlyOneOfWhatIsRepeated() {
    outbox.heartbeat(new Heartbeat(AGENT, 1));
    outbox.heartbeat(new Heartbeat(AGENT, 1));
    outbox.status(report(1));
    outbox.status(report(1));
    assertThat(sent).hasSize(2);
    outbox.status(report(2));
    assertThat(sent).hasSize(3);
  }

  @Test
  void shouldSayAgainWhatHasArrivedOrFailed() {
    outbox.heartbeat(new Heartbeat(AGENT, 1));
    answers.getFirst().complete(null);
    outbox.heartbeat(new Heartbeat(AGENT, 1));
    answers.getLast().completeExceptionally(new IOException("no"));
    outbox.heartbeat(new Heartbeat(AGENT, 1));
    assertThat(sent).hasSize(3);
  }

  private static ReportStatus report(long sequence) {
    return new ReportStatus(
        AGENT, new TaskId("job.0"), 1, 1, sequence, TaskState.RUNNING, null, null, 1, null);
  }
}
