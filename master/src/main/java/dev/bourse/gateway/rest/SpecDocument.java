package dev.bourse.gateway.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bourse.topics.job.Backoff;
import dev.bourse.topics.job.JobSpec;
import dev.bourse.topics.job.ProcessSpec;
import dev.bourse.topics.job.RetryPolicy;
import dev.bourse.topics.resources.Quantity;
import dev.bourse.topics.resources.Resources;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A job's specification as the document that a user would write for it: submitting that document
 * makes the same job again. What has its default is left out, except for the resources.
 */
final class SpecDocument {

  private final ObjectNode document = JsonNodeFactory.instance.objectNode();

  private SpecDocument() {}

  static ObjectNode of(JobSpec spec) {
    return new SpecDocument().write(spec);
  }

  private ObjectNode write(JobSpec spec) {
    text("name", spec.name());
    map("labels", spec.labels());
    if (!spec.role().equals(JobSpec.DEFAULT_ROLE)) {
      document.put("role", spec.role());
    }
    process(spec.process());
    document.set("resources", resources(spec.resources()));
    if (spec.priority() != JobSpec.DEFAULT_PRIORITY) {
      document.put("priority", spec.priority());
    }
    retry(spec.retry());
    duration(document, "timeout", spec.timeoutMillis(), 0);
    duration(document, "killGrace", spec.killGraceMillis(), JobSpec.DEFAULT_KILL_GRACE_MILLIS);
    if (spec.logCapBytes() != JobSpec.DEFAULT_LOG_CAP_BYTES) {
      document.putObject("logs").put("cap", size(spec.logCapBytes()));
    }
    duration(document, "ttl", spec.ttlMillis(), JobSpec.DEFAULT_TTL_MILLIS);
    if (!spec.mayBePreempted()) {
      document.put("preemptible", false);
    }
    return document;
  }

  private void process(ProcessSpec process) {
    List<String> argv = process.argv();
    boolean shell = argv.size() == 3 && argv.get(0).equals("/bin/sh") && argv.get(1).equals("-c");
    if (shell && !argv.get(2).isEmpty()) {
      document.put("shell", argv.get(2));
    } else {
      ArrayNode command = document.putArray("command");
      argv.forEach(command::add);
    }
    map("env", process.env());
    text("workdir", process.workdir());
    text("user", process.user());
    text("stdin", process.stdin());
  }

  /** Zeros of what has another default must be said. */
  private static ObjectNode resources(Resources resources) {
    ObjectNode amounts = Amounts.of(resources);
    for (String name : JobSpec.DEFAULT_RESOURCES.names()) {
      if (!amounts.has(name)) {
        amounts.put(name, 0);
      }
    }
    return amounts;
  }

  private void retry(RetryPolicy retry) {
    if (retry.equals(RetryPolicy.NONE)) {
      return;
    }
    ObjectNode section = document.putObject("retry");
    section.put("attempts", retry.attempts());
    if (!retry.backoff().equals(Backoff.DEFAULT)) {
      section.set("backoff", backoff(retry.backoff()));
    }
    if (!retry.onExitCodes().isEmpty() || !retry.onReasons().isEmpty()) {
      ArrayNode on = section.putArray("on");
      retry.onExitCodes().forEach(on::add);
      retry.onReasons().forEach(reason -> on.add(reason.name()));
    }
  }

  private static ObjectNode backoff(Backoff backoff) {
    ObjectNode section = JsonNodeFactory.instance.objectNode();
    section.put("initial", Quantity.formatDuration(backoff.initialMillis()));
    Amounts.put(section, "factor", backoff.factorThousandths());
    section.put("max", Quantity.formatDuration(backoff.maxMillis()));
    Amounts.put(section, "jitter", backoff.jitterThousandths());
    return section;
  }

  /** The smallest number of thousandths of a MiB that is read as this many bytes. */
  private static String size(long bytes) {
    return Quantity.formatMebibytes(Math.ceilDiv(bytes * 1_000, 1L << 20));
  }

  private static void duration(ObjectNode section, String field, long millis, long fallback) {
    if (millis != fallback) {
      section.put(field, Quantity.formatDuration(millis));
    }
  }

  private void text(String field, @Nullable String value) {
    if (value != null) {
      document.put(field, value);
    }
  }

  private void map(String field, Map<String, String> values) {
    if (!values.isEmpty()) {
      ObjectNode section = document.putObject(field);
      values.forEach(section::put);
    }
  }
}
