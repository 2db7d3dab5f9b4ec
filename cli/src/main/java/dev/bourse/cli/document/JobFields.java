package dev.bourse.cli.document;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Puts single fields into a job document, over what it has. A value of null leaves the field as it
 * is. Whether a value is allowed is for the server to say.
 */
public final class JobFields {

  private final ObjectNode document;

  /** Changes this document. */
  public JobFields(ObjectNode document) {
    this.document = document;
  }

  /** A field of the job. */
  public JobFields text(String field, @Nullable String value) {
    if (value != null) {
      document.put(field, value);
    }
    return this;
  }

  /** A field of the job. */
  public JobFields number(String field, @Nullable Integer value) {
    if (value != null) {
      document.put(field, value);
    }
    return this;
  }

  /** The command line; none if empty. */
  public JobFields command(List<String> argv) {
    if (!argv.isEmpty()) {
      document.remove("shell");
      argv.forEach(document.putArray("command")::add);
    }
    return this;
  }

  /** Entries of an object of texts. */
  public JobFields entries(String field, Map<String, String> entries) {
    if (!entries.isEmpty()) {
      new TreeMap<>(entries).forEach(document.withObjectProperty(field)::put);
    }
    return this;
  }

  /** A field of {@code resources}. */
  public JobFields resource(String name, @Nullable String quantity) {
    return quantity == null ? this : entries("resources", Map.of(name, quantity));
  }

  /** How many retries. */
  public JobFields retries(@Nullable Integer attempts) {
    if (attempts != null) {
      document.withObjectProperty("retry").put("attempts", attempts);
    }
    return this;
  }
}
