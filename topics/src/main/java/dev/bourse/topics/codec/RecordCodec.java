package dev.bourse.topics.codec;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Records to and from JSON bytes. */
public final class RecordCodec {

  private RecordCodec() {}

  /** The record as JSON. */
  public static byte[] encode(Object record) {
    try {
      return Json.MAPPER.writeValueAsBytes(record);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + record.getClass(), e);
    }
  }

  /**
   * Reads a record of a known type. Fields it does not know are ignored.
   *
   * @throws InvalidRecordException when the bytes are none
   */
  public static <T> T decode(byte @Nullable [] json, Class<T> type) {
    if (json == null || json.length == 0) {
      throw new InvalidRecordException("the record is empty, but must be a JSON object");
    }
    if (json.length > Json.MAX_RECORD_BYTES) {
      throw new InvalidRecordException(
          "the record has " + json.length + " bytes, but may have " + Json.MAX_RECORD_BYTES);
    }
    try {
      T value = Json.MAPPER.readValue(json, type);
      if (value == null) {
        throw new InvalidRecordException(Explanation.NO_OBJECT);
      }
      return value;
    } catch (IOException | NumberFormatException e) {
      throw new InvalidRecordException(Explanation.of(e));
    }
  }
}
