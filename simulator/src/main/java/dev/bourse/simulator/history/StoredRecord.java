package dev.bourse.simulator.history;

import dev.bourse.topics.codec.InputCodec.Input;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A record as a line of a file. Text stays readable; what is no text is kept as base64, since what
 * nobody could read is part of the history too.
 *
 * @param partition where it stood
 * @param offset where it stood
 * @param timestamp in epoch milliseconds
 * @param type the header {@code ce_type}, or null
 * @param key its key, or null
 * @param value its value, or null
 * @param keyBase64 its key when that is no text
 * @param valueBase64 its value when that is no text
 */
record StoredRecord(
    int partition,
    long offset,
    long timestamp,
    @Nullable String type,
    @Nullable String key,
    @Nullable String value,
    @Nullable String keyBase64,
    @Nullable String valueBase64) {

  static String line(Input input) {
    String key = text(input.key());
    String value = text(input.value());
    StoredRecord stored =
        new StoredRecord(
            input.partition(),
            input.offset(),
            input.timestamp(),
            input.ceType(),
            key,
            value,
            key == null ? base64(input.key()) : null,
            value == null ? base64(input.value()) : null);
    return LineJson.write(stored);
  }

  static Input parse(String line, String where) {
    try {
      StoredRecord stored = LineJson.read(line, StoredRecord.class);
      return new Input(
          stored.type(),
          bytes(stored.key(), stored.keyBase64()),
          bytes(stored.value(), stored.valueBase64()),
          stored.timestamp(),
          stored.partition(),
          stored.offset());
    } catch (IllegalArgumentException e) {
      throw new HistoryException(where + " is no record: " + e.getMessage(), e);
    }
  }

  private static @Nullable String text(byte @Nullable [] bytes) {
    if (bytes == null) {
      return null;
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  private static @Nullable String base64(byte @Nullable [] bytes) {
    return bytes == null ? null : Base64.getEncoder().encodeToString(bytes);
  }

  private static byte @Nullable [] bytes(@Nullable String text, @Nullable String base64) {
    if (text != null) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
    return base64 == null ? null : Base64.getDecoder().decode(base64);
  }
}
