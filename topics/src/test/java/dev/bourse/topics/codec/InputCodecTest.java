package dev.bourse.topics.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.bourse.topics.codec.InputCodec.Input;
import dev.bourse.topics.command.CancelJob;
import dev.bourse.topics.command.Command;
import dev.bourse.topics.command.DeregisterAgent;
import dev.bourse.topics.command.MarkAgentUnreachable;
import dev.bourse.topics.command.RegisterAgent;
import dev.bourse.topics.command.RejectSubmission;
import dev.bourse.topics.command.ReportStatus;
import dev.bourse.topics.command.SubmitJob;
import dev.bourse.topics.id.JobId;
import dev.bourse.topics.job.Fingerprint;
import dev.bourse.topics.job.JobDocuments;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class InputCodecTest {

  private static final String SUBMIT = RecordType.SUBMIT_JOB.ceType();
  private static final String CANCEL = RecordType.CANCEL_JOB.ceType();
  private static final String JOB = "{\"command\":[\"x\"]}";
  private static final String JOB_A = "{\"id\":\"a\",\"command\":[\"x\"]}";

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = "dev.bourse.job.submit.v1")
  void shouldReadJobsWithAndWithoutHeader(@Nullable String ceType) {
    SubmitJob submit = (SubmitJob) InputCodec.submission(input(ceType, "a", JOB));
    assertThat(submit.job()).isEqualTo(new JobId("a"));
    assertThat(submit.spec())
        .isEqualTo(JobDocuments.read(JOB.getBytes(StandardCharsets.UTF_8)).spec());
    assertThat(submit.fingerprint()).isEqualTo(Fingerprint.of(submit.spec()));
  }

  @ParameterizedTest(name = "key {0}, document {1}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a  | {'command':['x']}          | a",
        "a  | {'id':'a','command':['x']} | a",
        "   | {'id':'b','command':['x']} | b",
        "`` | {'id':'b','command':['x']} | b"
      })
  void shouldTakeTheIdFromTheDocumentOrTheKey(@Nullable String key, String json, String id) {
    Command command = InputCodec.submission(input(null, key, json.replace('\'', '"')));
    assertThat(((SubmitJob) command).job()).isEqualTo(new JobId(id));
  }

  @Test
  void shouldMakeIdsFromTimeAndPosition() {
    JobId id = jobAt(1_700_000_000_000L, 3, 41);
    assertThat(id.value()).isEqualTo("01hf7yat000c000019");
    assertThat(jobAt(1_700_000_000_000L, 3, 41)).isEqualTo(id);
    List<JobId> inOrder = new ArrayList<>();
    for (long time = 1_700_000_000_000L; time < 1_700_000_100_000L; time += 33_333) {
      for (long offset = 30; offset < 34; offset++) {
        inOrder.add(jobAt(time, 3, offset));
      }
    }
    assertThat(inOrder).isSorted().doesNotHaveDuplicates();
    assertThat(jobAt(1, 0, 7)).isNotEqualTo(jobAt(1, 1, 7));
  }

  @ParameterizedTest(name = "key {0}, document {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a  | {'priority':1000}",
        "a  | {'id':'a'}",
        "   | {'id':'a'}",
        "a  | {'id':'not an id'}",
        "a  | {'id':5,'command':['x']}",
        "a  | not json",
        "a  | []",
        "a  | ``"
      })
  void shouldRejectInvalidDocumentsWhoseIdIsKnown(@Nullable String key, String json) {
    Command command = InputCodec.submission(input(null, key, json.replace('\'', '"')));
    assertThat(command).isInstanceOf(RejectSubmission.class);
    assertThat(((RejectSubmission) command).job()).isEqualTo(new JobId("a"));
    assertThat(((RejectSubmission) command).errors()).isNotEmpty();
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "      | {}               | command: is missing; give either command, a list of texts, or shell, one line for /bin/sh",
        "b     | {'id':'a'}       | command: is missing; give either command, a list of texts, or shell, one line for /bin/sh",
        "a key | []               | the job must be a JSON object",
        "a key | {'command':['x']} | key: is 'a key', but must be a job's id: 1 to 128 characters of A-Z a-z 0-9 . _ -, the first a letter or digit",
        "b     | {'id':'a','command':['x']} | key: is 'b', but must be the id in the record, 'a'"
      })
  void shouldRefuseSubmissionsThatAreNobodys(@Nullable String key, String json, String message) {
    assertThat(refusal(InputCodec::submission, input(null, key, json.replace('\'', '"'))))
        .isEqualTo(message);
  }

  @Test
  void shouldRefuseTombstones() {
    Input input = new Input(null, new byte[] {'a'}, null, 0, 0, 0);
    assertThat(refusal(InputCodec::submission, input))
        .isEqualTo("the record is empty, but must be a job document");
    assertThat(
            refusal(
                InputCodec::status,
                new Input(RecordType.REPORT_STATUS.ceType(), null, null, 0, 0, 0)))
        .isEqualTo("the record is empty, but must be a JSON object");
  }

  @Test
  void shouldReadCancellations() {
    assertThat(InputCodec.submission(input(CANCEL, "a", "{\"job\":\"a\",\"message\":\"m\"}")))
        .isEqualTo(new CancelJob(new JobId("a"), "m"));
    assertThat(InputCodec.submission(input(CANCEL, null, "{\"job\":\"a\"}")))
        .isEqualTo(new CancelJob(new JobId("a"), null));
    assertThat(refusal(InputCodec::submission, input(CANCEL, "b", "{\"job\":\"a\"}")))
        .isEqualTo("key: is 'b', but must be the id in the record, 'a'");
    assertThat(refusal(InputCodec::submission, input(CANCEL, "a", "{}")))
        .isEqualTo("job: is missing");
    assertThat(
            refusal(
                InputCodec::submission,
                input(CANCEL, "a", "{\"job\":\"a\",\"message\":\"" + "m".repeat(4_097) + "\"}")))
        .isEqualTo("message: has 4097 characters, but may have 4096");
  }

  @Test
  void shouldReadMembership() {
    assertThat(InputCodec.membership(golden(RecordType.REGISTER_AGENT, "a1")))
        .isInstanceOf(RegisterAgent.class);
    assertThat(InputCodec.membership(golden(RecordType.DEREGISTER_AGENT, "a1")))
        .isInstanceOf(DeregisterAgent.class);
    assertThat(InputCodec.membership(golden(RecordType.MARK_AGENT_UNREACHABLE, null)))
        .isInstanceOf(MarkAgentUnreachable.class);
    assertThat(InputCodec.status(golden(RecordType.REPORT_STATUS, "a1")))
        .isInstanceOf(ReportStatus.class);
  }

  @ParameterizedTest
  @EnumSource(names = {"REGISTER_AGENT", "DEREGISTER_AGENT", "MARK_AGENT_UNREACHABLE"})
  void shouldCheckTheKeysOfAgents(RecordType type) {
    assertThat(refusal(InputCodec::membership, golden(type, "a2")))
        .isEqualTo("key: is 'a2', but must be the id in the record, 'a1'");
  }

  @Test
  void shouldCheckTheKeysOfStatus() {
    assertThat(refusal(InputCodec::status, golden(RecordType.REPORT_STATUS, "a2")))
        .isEqualTo("key: is 'a2', but must be the id in the record, 'a1'");
  }

  @Test
  void shouldRefuseUnknownVersionsAndMissingTypes() {
    assertThat(refusal(InputCodec::submission, input("dev.bourse.job.submit.v9", "a", JOB_A)))
        .isEqualTo(
            "header ce_type: is 'dev.bourse.job.submit.v9', but must be one of "
                + SUBMIT
                + ", "
                + CANCEL);
    assertThat(refusal(InputCodec::membership, input(null, "a1", "{}")))
        .isEqualTo(
            "header ce_type: is missing, but must be one of dev.bourse.agent.register.v1,"
                + " dev.bourse.agent.deregister.v1, dev.bourse.agent.mark-unreachable.v1");
    assertThat(refusal(InputCodec::status, input(null, "a1", "{}")))
        .isEqualTo("header ce_type: is missing, but must be one of dev.bourse.task.status.v1");
    assertThat(refusal(InputCodec::status, input("x".repeat(100_000), "a1", "{}")))
        .hasSizeLessThanOrEqualTo(2_001);
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"SUBMIT_JOB", "CANCEL_JOB"})
  void shouldRefuseOtherTypesOnSubmissions(RecordType type) {
    assertThat(refusal(InputCodec::submission, input(type.ceType(), "a", JOB_A)))
        .startsWith("header ce_type: is '" + type.ceType() + "', but must be one of ");
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"REGISTER_AGENT", "DEREGISTER_AGENT", "MARK_AGENT_UNREACHABLE"})
  void shouldRefuseOtherTypesOnMembership(RecordType type) {
    assertThat(refusal(InputCodec::membership, input(type.ceType(), "a", "{}")))
        .startsWith("header ce_type: is '" + type.ceType() + "', but must be one of ");
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "REPORT_STATUS")
  void shouldRefuseOtherTypesOnStatus(RecordType type) {
    assertThat(refusal(InputCodec::status, input(type.ceType(), "a", "{}")))
        .startsWith("header ce_type: is '" + type.ceType() + "', but must be one of ");
  }

  private static JobId jobAt(long timestamp, int partition, long offset) {
    byte[] value = JOB.getBytes(StandardCharsets.UTF_8);
    Input input = new Input(null, null, value, timestamp, partition, offset);
    return ((SubmitJob) InputCodec.submission(input)).job();
  }

  private static Input golden(RecordType type, @Nullable String key) {
    return input(type.ceType(), key, Golden.of(type).toString());
  }

  private static Input input(@Nullable String ceType, @Nullable String key, String value) {
    return new Input(
        ceType,
        key == null ? null : key.getBytes(StandardCharsets.UTF_8),
        value.getBytes(StandardCharsets.UTF_8),
        1_700_000_000_000L,
        0,
        0);
  }

  private static String refusal(Function<Input, Command> read, Input input) {
    InvalidRecordException refusal =
        catchThrowableOfType(InvalidRecordException.class, () -> read.apply(input));
    assertThat(refusal).isNotNull();
    return String.valueOf(refusal.getMessage());
  }
}
