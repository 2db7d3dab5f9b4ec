package dev.bourse.gateway.command;

import dev.bourse.gateway.view.Position;
import dev.bourse.topics.codec.RecordCodec;
import dev.bourse.topics.codec.RecordType;
import dev.bourse.topics.command.CancelJob;
import dev.bourse.topics.id.JobId;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;

/** Writes to the topic {@code submissions}. */
@Singleton
public final class SubmissionWriter {

  private final RecordWriter submissions;

  SubmissionWriter(@Channel("submissions-out") Emitter<byte[]> submissions) {
    this.submissions = new RecordWriter(submissions);
  }

  /**
   * Submits a job.
   *
   * @param job its id
   * @param document the whole document, with the id in it
   * @return where the record is
   * @throws KafkaUnavailableException when it could not be written within 5 s; it may have been all
   *     the same
   */
  public Position submit(JobId job, byte[] document) throws InterruptedException {
    return submissions.send(job.value(), null, RecordType.SUBMIT_JOB, document);
  }

  /**
   * Asks for the end of a job.
   *
   * @return where the record is
   * @throws KafkaUnavailableException when it could not be written within 5 s; it may have been all
   *     the same
   */
  public Position cancel(JobId job) throws InterruptedException {
    CancelJob command = new CancelJob(job, "cancelled through the API");
    return submissions.send(job.value(), null, RecordType.CANCEL_JOB, RecordCodec.encode(command));
  }
}
