package dev.bourse.simulator.log;

import dev.bourse.topics.codec.RecordCodec;
import dev.bourse.topics.codec.RecordType;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A record as it is on a real topic.
 *
 * @param ceType the header {@code ce_type}, or null
 * @param value its value
 */
@SuppressWarnings("ArrayRecordComponent") // as on the wire; compared by nobody
public record Bytes(@Nullable String ceType, byte[] value) {

  /** A typed record as its writer would send it. */
  public static Bytes of(Object record) {
    return new Bytes(RecordType.of(record).ceType(), RecordCodec.encode(record));
  }

  /** Text as a person would send it, without headers. */
  public static Bytes of(String text) {
    return new Bytes(null, text.getBytes(StandardCharsets.UTF_8));
  }
}
