package dev.bourse.topics.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.bourse.topics.codec.RecordFields.Field;
import dev.bourse.topics.command.CancelJob;
import dev.bourse.topics.command.Tick;
import dev.bourse.topics.id.JobId;
import dev.bourse.topics.job.ProcessSpec;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RecordCodecTest {

  static List<RecordType> jsonRecords() {
    return Golden.jsonRecords();
  }

  @ParameterizedTest
  @MethodSource("jsonRecords")
  void shouldNameWhatIsMissing(RecordType type) {
    for (Field field : fields(type)) {
      ObjectNode copy = Golden.of(type);
      Field target = field(type, copy, field.path());
      target.parent().remove(field.name());
      String demand = demand(type, field);
      if (demand != null) {
        assertThat(refusal(type, copy)).startsWith(demand);
      } else if (field.isRequired()) {
        assertThat(refusal(type, copy)).isEqualTo(field + ": is missing");
      } else {
        byte[] json = Golden.bytes(copy);
        assertThat(RecordCodec.encode(RecordCodec.decode(json, type.recordClass())))
            .as("without %s", field)
            .isEqualTo(json);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("jsonRecords")
  void shouldNameWhatIsNull(RecordType type) {
    for (Field field : fields(type)) {
      ObjectNode copy = Golden.of(type);
      field(type, copy, field.path()).parent().putNull(field.name());
      String demand = demand(type, field);
      if (demand != null) {
        assertThat(refusal(type, copy)).startsWith(demand);
      } else if (field.isRequired()) {
        assertThat(refusal(type, copy)).isEqualTo(field + ": is missing");
      } else {
        assertThat(RecordCodec.decode(Golden.bytes(copy), type.recordClass())).isNotNull();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("jsonRecords")
  void shouldNameWhatIsOfTheWrongType(RecordType type) {
    for (Field field : fields(type)) {
      for (String wrong : List.of("[[1]]", "1.5", "true", "\"\\u0001 ?\"", "{\"a\":{}}")) {
        ObjectNode copy = Golden.of(type);
        field(type, copy, field.path()).parent().putRawValue(field.name(), raw(wrong));
        if (!isRight(field, wrong)) {
          assertThat(refusal(type, copy)).startsWith(field.path()).contains(": ");
        }
      }
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[]                        | the record must be one JSON object and nothing else",
        "5                         | the record must be one JSON object and nothing else",
        "\"x\"                     | the record must be one JSON object and nothing else",
        "\"\"                      | the record must be one JSON object and nothing else",
        "null                      | the record must be one JSON object and nothing else",
        "{\"job\":\"a\"} {}        | the record must be one JSON object and nothing else",
        "{\"job\":\"a b\"}         | job: is 'a b', but must be 1 to 128 characters of A-Z a-z 0-9 . _ -, the first a letter or digit",
        "{\"job\":5}               | job: must be a text",
        "{\"job\":{\"value\":\"a\"}} | job: must be a text",
        "{\"job\":\"a\",\"message\":5} | message: is 5, but must be a text",
        "{\"job\":\"a\",\"message\":true} | message: is true, but must be a text",
        "{\"job\":\"a\",\"message\":[]} | message: must be a text"
      })
  void shouldSayWhatIsWrong(String json, String message) {
    assertThat(refusal(CancelJob.class, json)).isEqualTo(message);
  }

  @Test
  void shouldSayWhatIsAllowed() {
    ObjectNode status = Golden.of(RecordType.REPORT_STATUS);
    assertThat(refusal(RecordType.REPORT_STATUS, status.deepCopy().put("state", "DONE")))
        .isEqualTo(
            "state: is 'DONE', but must be one of STAGING, STARTING, RUNNING, KILLING, UNREACHABLE, FINISHED,"
                + " FAILED, KILLED, DROPPED, LOST, ERROR, GONE, GONE_BY_OPERATOR, UNKNOWN");
    assertThat(refusal(RecordType.REPORT_STATUS, status.deepCopy().put("state", 1)))
        .startsWith("state: is 1, but must be one of STAGING");
    assertThat(refusal(RecordType.REPORT_STATUS, status.deepCopy().put("epoch", "1")))
        .isEqualTo("epoch: must be a whole number");
    assertThat(refusal(RecordType.REPORT_STATUS, status.deepCopy().put("attempt", 1L << 40)))
        .isEqualTo("attempt: is out of range, but must be a whole number of at most 32 bits");
    assertThat(
            refusal(RecordType.REPORT_STATUS.recordClass(), "{\"epoch\":1" + "0".repeat(30) + "}"))
        .isEqualTo("epoch: is out of range, but must be a whole number of at most 64 bits");
    assertThat(
            refusal(
                RecordType.REPORT_STATUS.recordClass(),
                "{\"state\":\"" + "X".repeat(1_000) + "\"}"))
        .startsWith("state: is '" + "X".repeat(40) + "…', but must be one of STAGING,");
    assertThat(
            refusal(
                RecordType.REPORT_STATUS.recordClass(),
                "{\"x\":" + "[".repeat(100) + "]".repeat(100) + "}"))
        .startsWith("the record is not valid JSON: Document nesting depth")
        .doesNotContain("StreamReadConstraints");
    assertThat(refusal(RecordType.JOB_VIEW, Golden.of(RecordType.JOB_VIEW).put("cancelling", 1)))
        .isEqualTo("cancelling: is 1, but must be true or false");
    assertThat(refusal(RecordType.TASK_VIEW, Golden.of(RecordType.TASK_VIEW).put("earlier", 1)))
        .isEqualTo("earlier: must be a list");
    assertThat(refusal(RecordType.JOB_VIEW, Golden.of(RecordType.JOB_VIEW).put("exit", 1)))
        .isEqualTo("exit: must be an object");
    assertThat(refusal(ProcessSpec.class, "{\"argv\":[],\"env\":{}}"))
        .isEqualTo("argv: is empty, but must name a program");
    ObjectNode launch = Golden.of(RecordType.LAUNCH_TASK);
    ((ObjectNode) launch.get("process")).putArray("argv");
    assertThat(refusal(RecordType.LAUNCH_TASK, launch))
        .isEqualTo("process.argv: is empty, but must name a program");
    assertThat(
            refusal(
                RecordType.LAUNCH_TASK,
                Golden.of(RecordType.LAUNCH_TASK).put("resources", "cpus:x")))
        .startsWith("resources: resource cpus: ");
  }

  @Test
  void shouldRefuseNullsInsideListsAndMaps() {
    assertThat(refusal(ProcessSpec.class, "{\"argv\":[\"x\",null],\"env\":{}}"))
        .isEqualTo("argv[1]: is missing");
    assertThat(refusal(ProcessSpec.class, "{\"argv\":[\"x\"],\"env\":{\"A\":null}}"))
        .isEqualTo("env.A: is missing");
  }

  @Test
  void shouldRefuseWhatIsNoJson() {
    assertThat(refusal(CancelJob.class, "{\"job\":"))
        .startsWith("the record is not valid JSON: Unexpected end-of-input");
    assertThat(refusal(CancelJob.class, "{'job':1}"))
        .startsWith("the record is not valid JSON: Unexpected character (''' (code 39))");
    assertThat(refusal(CancelJob.class, "{\"job\":\"a\",\"job\":\"b\"}"))
        .contains("Duplicate field 'job'");
    assertThat(refusal(CancelJob.class, "{\"x\":" + "[".repeat(50) + "]".repeat(50) + "}"))
        .contains("nesting depth");
    byte[] utf32 = {0, 0, 0, '{', -1, -1, -1, -1};
    assertThatExceptionOfType(InvalidRecordException.class)
        .isThrownBy(() -> RecordCodec.decode(utf32, CancelJob.class))
        .withMessageStartingWith("the record is not valid JSON: Invalid UTF-32");
  }

  @Test
  void shouldRefuseWhatIsEmptyOrTooLarge() {
    String empty = "the record is empty, but must be a JSON object";
    assertThat(refusal(CancelJob.class, "")).isEqualTo(empty);
    assertThatExceptionOfType(InvalidRecordException.class)
        .isThrownBy(() -> RecordCodec.decode(null, CancelJob.class))
        .withMessage(empty);
    assertThat(refusal(CancelJob.class, " ".repeat(Json.MAX_RECORD_BYTES + 1)))
        .isEqualTo("the record has 1048577 bytes, but may have 1048576");
    String largest = "{\"job\":\"a\"}" + " ".repeat(Json.MAX_RECORD_BYTES - 11);
    assertThat(RecordCodec.decode(largest.getBytes(StandardCharsets.UTF_8), CancelJob.class))
        .isEqualTo(new CancelJob(new JobId("a"), null));
  }

  @Test
  void shouldBoundItsMessages() {
    assertThat(refusal(CancelJob.class, "{\"" + "x".repeat(40_000) + "\":" + "[".repeat(50)))
        .hasSizeLessThanOrEqualTo(2_001);
    assertThat(new InvalidRecordException("x".repeat(5_000))).hasMessage("x".repeat(2_000) + "…");
  }

  @Test
  void shouldLeaveOutWhatIsNull() {
    assertThat(
            new String(
                RecordCodec.encode(new CancelJob(new JobId("a"), null)), StandardCharsets.UTF_8))
        .isEqualTo("{\"job\":\"a\"}");
  }

  @Test
  void shouldNotWriteWhatIsNoRecord() {
    assertThatIllegalStateException().isThrownBy(() -> RecordCodec.encode(new Object()));
  }

  @Test
  void shouldKnowItsTypes() {
    assertThat(RecordType.all()).hasSize(RecordType.values().length);
    RecordType.all()
        .forEach(
            (name, type) -> {
              assertThat(name)
                  .isEqualTo(type.ceType())
                  .matches("dev\\.bourse(\\.[a-z-]+)+\\.v\\d+");
              assertThat(RecordType.ofName(name)).isEqualTo(type);
            });
    assertThat(RecordType.ofName("dev.bourse.job.submit.v9")).isNull();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RecordType.of(new Tick(1)))
        .withMessageContaining("is no kind of record");
  }

  /**
   * What the record itself says when an optional field is missing that another of its fields makes
   * necessary; null when none does.
   */
  private static @Nullable String demand(RecordType type, Field field) {
    String path = field.path();
    if (!field.parent().has(field.name())) {
      return null;
    }
    if (type == RecordType.REPORT_STATUS && path.equals("exit")) {
      return "exit: is missing, but FAILED is terminal";
    }
    if (path.equals("info.capabilities")) {
      return "info.roles: are [eng/etl, eng/reports], but more than one needs";
    }
    if (path.matches("operations\\[\\d]\\.(tasks|resources)")) {
      return path + ": is missing, but ";
    }
    return path.endsWith("].value") && !field.parent().path("predicate").asText().endsWith("EXISTS")
        ? path + ": is missing, but "
        : null;
  }

  /** Whether a value that is wrong for most types happens to be right for this one. */
  private static boolean isRight(Field field, String value) {
    Class<?> type = field.component().getType();
    return (value.equals("true") && (type == boolean.class || type == Boolean.class))
        || (value.startsWith("\"") && type == String.class);
  }

  private static RawValue raw(String json) {
    return new RawValue(json);
  }

  private static List<Field> fields(RecordType type) {
    return RecordFields.of(type.recordClass(), Golden.of(type));
  }

  private static Field field(RecordType type, ObjectNode json, String path) {
    return RecordFields.of(type.recordClass(), json).stream()
        .filter(field -> field.path().equals(path))
        .findFirst()
        .orElseThrow();
  }

  private static String refusal(RecordType type, ObjectNode json) {
    return refusal(type.recordClass(), json.toString());
  }

  private static String refusal(Class<?> type, String json) {
    InvalidRecordException refusal =
        catchThrowableOfType(
            InvalidRecordException.class,
            () -> RecordCodec.decode(json.getBytes(StandardCharsets.UTF_8), type));
    assertThat(refusal).as(json).isNotNull();
    return String.valueOf(refusal.getMessage());
  }
}
