package dev.bourse.topics.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bourse.topics.codec.Json;
import dev.bourse.topics.id.JobId;
import dev.bourse.topics.resources.Roles;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads job documents: the same document by REST, by topic and from files. Strict: an unknown field
 * is an error, and all errors are reported together, each with its path, what was found and what is
 * allowed.
 */
public final class JobDocuments {

  /** Bytes of the largest document. Larger things belong into artifacts, by reference. */
  public static final int MAX_BYTES = 64 << 10;

  static final String NOT_YET = "is not supported by this version of Bourse yet";

  private static final long YEAR_MILLIS = 366L * 24 * 3_600_000;
  private static final long MAX_LOG_CAP_BYTES = 1L << 30;

  /** Fields of the document's specification that this version does not act on. */
  private static final List<String> LATER =
      List.of(
          "container",
          "artifacts",
          "constraints",
          "array",
          "dependsOn",
          "tasks",
          "gang",
          "queueTimeout",
          "deadline",
          "schedule",
          "health",
          "readiness",
          "service",
          "onComplete");

  private final List<FieldError> errors = new ArrayList<>();

  private JobDocuments() {}

  /**
   * Reads a document.
   *
   * @throws InvalidDocumentException when anything is wrong with it
   */
  public static JobDocument read(byte[] json) {
    if (json.length > MAX_BYTES) {
      throw invalid("the job has " + json.length + " bytes, but may have at most " + MAX_BYTES);
    }
    return read(tree(json));
  }

  /**
   * Reads a document that is already a tree.
   *
   * @throws InvalidDocumentException when anything is wrong with it
   */
  public static JobDocument read(@Nullable JsonNode tree) {
    if (!(tree instanceof ObjectNode object)) {
      throw invalid("the job must be a JSON object");
    }
    return new JobDocuments().read(object);
  }

  private static JsonNode tree(byte[] json) {
    try {
      return Json.readDocument(json);
    } catch (JsonProcessingException e) {
      String where =
          e.getLocation() == null
              ? ""
              : " at line %d, column %d"
                  .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
      throw invalid(
          switch (e) {
            case StreamConstraintsException limit -> "the job has " + Json.DOCUMENT_LIMITS + where;
            case MismatchedInputException trailing -> "the job is followed by something" + where;
            default -> "the job is not valid JSON" + where + ": " + e.getOriginalMessage();
          });
    }
  }

  private static InvalidDocumentException invalid(String message) {
    return new InvalidDocumentException(null, List.of(new FieldError("", message)));
  }

  private JobDocument read(ObjectNode object) {
    Section job = new Section("", object, errors);
    JobId id = id(job);
    JobSpec spec = spec(job);
    job.close(JobDocuments::later);
    if (spec == null || !errors.isEmpty()) {
      throw new InvalidDocumentException(id, errors);
    }
    return new JobDocument(id, spec);
  }

  private static @Nullable String later(String field) {
    return LATER.contains(field) ? NOT_YET : null;
  }

  private static @Nullable JobId id(Section job) {
    String text = job.text("id", JobId.MAX_LENGTH);
    if (text == null) {
      return null;
    }
    try {
      return new JobId(text);
    } catch (IllegalArgumentException e) {
      job.refused("id", String.valueOf(e.getMessage()));
      return null;
    }
  }

  private @Nullable JobSpec spec(Section job) {
    String name = job.text("name", 256);
    var labels = job.map("labels", 64, JobDocuments::labelError);
    String role = role(job);
    ProcessSpec process = new ProcessReader(job).read();
    var resources = new ResourcesReader(job).read();
    int priority = job.integer("priority", JobSpec.DEFAULT_PRIORITY, 0, 100);
    RetryPolicy retry = new RetryReader(job).read();
    long timeout = duration(job, "timeout", 0);
    long grace = duration(job, "killGrace", JobSpec.DEFAULT_KILL_GRACE_MILLIS);
    long logCap = logCap(job);
    long ttl = duration(job, "ttl", JobSpec.DEFAULT_TTL_MILLIS);
    boolean preemptible = job.truth("preemptible", true);
    if (process == null || resources == null) {
      return null;
    }
    return new JobSpec(
        name,
        new TreeMap<>(labels),
        role,
        process,
        resources,
        priority,
        retry,
        timeout,
        grace,
        logCap,
        ttl,
        preemptible);
  }

  private static String role(Section job) {
    String role = job.text("role", 256);
    if (role == null) {
      return JobSpec.DEFAULT_ROLE;
    }
    String problem = Roles.validate(role);
    if (problem != null) {
      job.refused("role", problem);
    }
    return role;
  }

  private static @Nullable String labelError(String key) {
    return key.isEmpty() || key.length() > 63
        ? "has the key '" + Section.shorten(key) + "', but keys must have 1 to 63 characters"
        : null;
  }

  static long duration(Section section, String field, long fallback) {
    return section.quantity(field, fallback, Unit.DURATION, 0, YEAR_MILLIS);
  }

  private static long logCap(Section job) {
    Section logs = job.section("logs");
    if (logs == null) {
      return JobSpec.DEFAULT_LOG_CAP_BYTES;
    }
    long fallback = JobSpec.DEFAULT_LOG_CAP_BYTES >> 20;
    long thousandths =
        logs.quantity(
            "cap", fallback * 1_000, Unit.MEBIBYTES, 0, (MAX_LOG_CAP_BYTES >> 20) * 1_000);
    logs.close(field -> field.equals("retention") ? NOT_YET : null);
    return (thousandths << 20) / 1_000;
  }
}
