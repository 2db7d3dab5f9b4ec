package dev.bourse.topics.kafka;

import dev.bourse.topics.codec.RecordType;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** The CloudEvents 1.0 headers of Kafka's binary content mode. */
public final class CloudEvents {

  /** Kind and version of the record. */
  public static final String TYPE = "ce_type";

  private static final String SPEC_VERSION = "ce_specversion";
  private static final String SOURCE = "ce_source";
  private static final String ID = "ce_id";
  private static final String CONTENT_TYPE = "content-type";
  private static final byte[] ONE_ZERO = bytes("1.0");
  private static final byte[] JSON = bytes("application/json");

  private CloudEvents() {}

  /**
   * Adds the headers of a JSON record.
   *
   * @param source who wrote it, for example {@code /master/0} or {@code /agents/a1}
   * @param id unique for this source
   */
  public static void add(Headers headers, RecordType type, String source, String id) {
    headers
        .add(SPEC_VERSION, ONE_ZERO)
        .add(TYPE, bytes(type.ceType()))
        .add(SOURCE, bytes(source))
        .add(ID, bytes(id))
        .add(CONTENT_TYPE, JSON);
  }

  /** The value of {@code ce_type}, or null. */
  public static @Nullable String type(Headers headers) {
    return text(headers, TYPE);
  }

  /** The last header of this name as text, or null. */
  public static @Nullable String text(Headers headers, String name) {
    Header header = headers.lastHeader(name);
    return header == null || header.value() == null
        ? null
        : new String(header.value(), StandardCharsets.UTF_8);
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
