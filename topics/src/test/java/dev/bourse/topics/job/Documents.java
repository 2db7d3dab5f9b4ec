package dev.bourse.topics.job;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Short cuts for tests of documents. */
final class Documents {

  private Documents() {}

  static JobDocument read(String json) {
    return JobDocuments.read(json.getBytes(StandardCharsets.UTF_8));
  }

  /** The specification of a job with these fields and a command. */
  static JobSpec with(String fields) {
    return read(valid(fields)).spec();
  }

  static String valid(String fields) {
    return "{\"command\":[\"x\"]" + (fields.isEmpty() ? "" : ",") + fields + "}";
  }

  static InvalidDocumentException refusal(String json) {
    return catchThrowableOfType(InvalidDocumentException.class, () -> read(json));
  }

  /** What is wrong with a document, each as path and message. */
  static List<String> errors(String json) {
    return refusal(json).errors().stream().map(FieldError::toString).toList();
  }
}
