package dev.bourse.simulator.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Lines of files that we have written ourselves: they may be longer than a record on a topic. */
final class LineJson {

  private static final int MAX_LINE = 16 << 20;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxStringLength(MAX_LINE).build())
                  .build())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .serializationInclusion(JsonInclude.Include.NON_NULL)
          .build();

  private LineJson() {}

  /**
   * Reads a line.
   *
   * @throws IllegalArgumentException saying what is wrong with it
   */
  static <T> T read(String line, Class<T> type) {
    T value;
    try {
      value = MAPPER.readValue(line, type);
    } catch (JsonProcessingException e) {
      // Without the place inside of the library.
      throw new IllegalArgumentException(e.getOriginalMessage(), e);
    }
    if (value == null) {
      throw new IllegalArgumentException("it is null, but must be an object");
    }
    return value;
  }

  static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + value.getClass(), e);
    }
  }
}
