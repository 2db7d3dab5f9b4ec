package dev.bourse.gateway.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bourse.topics.codec.Json;
import dev.bourse.topics.id.JobId;
import dev.bourse.topics.job.Fingerprint;
import dev.bourse.topics.job.InvalidDocumentException;
import dev.bourse.topics.job.JobDocument;
import dev.bourse.topics.job.JobDocuments;
import dev.bourse.topics.view.JobView;
import java.util.function.Supplier;

/**
 * A valid job document that names its job.
 *
 * @param id of the job
 * @param document what goes on the topic: as the user wrote it, or with the generated id in it
 * @param fingerprint of what it means
 */
@SuppressWarnings("ArrayRecordComponent") // Submissions are not compared.
public record Submission(JobId id, byte[] document, String fingerprint) {

  /**
   * Reads a document.
   *
   * @param body as the user sent it
   * @param newId makes an id, if the document has none
   * @throws InvalidDocumentException when anything is wrong with it
   */
  public static Submission read(byte[] body, Supplier<JobId> newId) {
    JobDocument document = JobDocuments.read(body);
    String fingerprint = Fingerprint.of(document.spec());
    JobId chosen = document.id();
    if (chosen != null) {
      return new Submission(chosen, body, fingerprint);
    }
    JobId id = newId.get();
    return new Submission(id, withId(body, id), fingerprint);
  }

  /** Whether a job that is over is what this document came to when it was submitted before. */
  public boolean hasCaused(JobView job) {
    return job.state().isTerminal() && fingerprint.equals(job.fingerprint());
  }

  private static byte[] withId(byte[] body, JobId id) {
    try {
      ObjectNode fields = (ObjectNode) Json.readDocument(body);
      ObjectNode all = Json.MAPPER.createObjectNode().put("id", id.value());
      fields.remove("id");
      all.setAll(fields);
      return Json.MAPPER.writeValueAsBytes(all);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the document has been read before", e);
    }
  }
}
