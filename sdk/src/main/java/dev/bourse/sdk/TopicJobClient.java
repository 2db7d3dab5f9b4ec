package dev.bourse.sdk;

import dev.bourse.topics.codec.RecordCodec;
import dev.bourse.topics.codec.RecordType;
import dev.bourse.topics.command.CancelJob;
import dev.bourse.topics.id.JobId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Writes to the topic of submissions. */
final class TopicJobClient implements JobClient {

  private final RecordWriter writer;
  private final String topic;
  private final Agenda agenda;

  TopicJobClient(RecordWriter writer, String topic, Agenda agenda) {
    this.writer = writer;
    this.topic = topic;
    this.agenda = agenda;
  }

  @Override
  public void submit(JobId id, String document) {
    send(id, RecordType.SUBMIT_JOB, document.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void cancel(JobId id, @Nullable String message) {
    send(id, RecordType.CANCEL_JOB, RecordCodec.encode(new CancelJob(id, message)));
  }

  private void send(JobId id, RecordType type, byte[] value) {
    writer.send(topic, null, id.value(), type, value);
  }

  @Override
  public Instant now() {
    return agenda.now();
  }

  @Override
  public void after(Duration delay, Runnable action) {
    agenda.after(delay, action);
  }
}
