package dev.bourse.topics.codec;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The records as they were first written, one file for each type. They are never changed: a version
 * of Bourse that cannot read them is a break, and gets a new version of the type.
 */
public final class Golden {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Golden() {}

  /** The file of a type: the record with every field it may have. */
  public static ObjectNode of(RecordType type) {
    return read(type.ceType() + ".json");
  }

  static ObjectNode read(String file) {
    try (InputStream in = Golden.class.getResourceAsStream("/golden/" + file)) {
      return (ObjectNode) JSON.readTree(in);
    } catch (IOException | IllegalArgumentException e) {
      throw new UncheckedIOException(new IOException("no golden file " + file, e));
    }
  }

  /** The types whose values are the JSON of their record. */
  static List<RecordType> jsonRecords() {
    return RecordType.all().values().stream()
        .filter(type -> type != RecordType.SUBMIT_JOB && type != RecordType.LOG_CHUNK)
        .toList();
  }

  static byte[] bytes(Object tree) {
    return tree.toString().getBytes(StandardCharsets.UTF_8);
  }
}
