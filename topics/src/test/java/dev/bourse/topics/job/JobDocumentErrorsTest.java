package dev.bourse.topics.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.bourse.topics.id.JobId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said about documents that are not valid. */
class JobDocumentErrorsTest {

  private static final String NUMBER =
      ", but must be a number like 2, 0.5 or 500m (thousandths): zero, or from 0.001 (rounded) to"
          + " 1000000000000000";
  private static final String SIZE =
      ", but must be a number with one of B, k, M, G, T, P, Ki, Mi, Gi, Ti, Pi, or with none for"
          + " MiB: the MiB zero, or from 0.001 (rounded) to 1000000000000000";
  private static final String DURATION =
      ", but must be a duration like 90s, 1h30m, 250ms, 2d or PT1M30S: units from w d h m s ms in"
          + " this order, in whole milliseconds, at most 36500d";
  private static final String ID =
      ", but must be 1 to 128 characters of A-Z a-z 0-9 . _ -, the first a letter or digit";
  private static final String REASON =
      ", but must be an exit code from 1 to 255 or one of COMMAND_ENDED, LAUNCH_FAILED,"
          + " MAX_COMPLETION_TIME_REACHED, CANCELLED, AGENT_RESTARTED, AGENT_REMOVED,"
          + " AGENT_UNREACHABLE, CHECKPOINT_FAILED, LAUNCH_NOT_DELIVERED, AGENT_DRAINING,"
          + " AGENT_REMOVED_BY_OPERATOR, AGENT_REREGISTERED, PREEMPTED, FRAMEWORK_REMOVED,"
          + " TASK_GROUP_ENDED, TASK_INVALID, TASK_GROUP_INVALID, INVALID_OFFERS, RECONCILIATION";
  private static final String FIELDS =
      "known are id, name, labels, role, command, shell, env, workdir, user, stdin, resources,"
          + " priority, retry, timeout, killGrace, logs, ttl, preemptible";

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // texts
        "'id':5               | id: is 5, but must be a text",
        "'id':''              | id: is '', but must be 1 to 128 characters without NUL",
        "'id':'-a'            | id: is '-a'{ID}",
        "'id':'a b'           | id: is 'a b'{ID}",
        "'name':[5]           | name: is [5], but must be a text",
        "'name':'a\\u0000b'   | name: is 'a\0b', but must be 1 to 256 characters without NUL",
        "'workdir':true       | workdir: is true, but must be a text",
        "'user':''            | user: is '', but must be 1 to 32 characters without NUL",
        "'stdin':''           | stdin: is '', but must be 1 to 49152 characters without NUL",
        "'role':5             | role: is 5, but must be a text",
        "'role':'a/..'        | role: is 'a/..', but must be a path without the parts '.' and '..'",
        "'role':'-a'          | role: is '-a', but must be a path whose parts do not start with a dash",
        // maps
        "'labels':5           | labels: is 5, but must be an object",
        "'labels':{'a':null}  | labels.a: is null, but must be a text",
        "'labels':{'a':[]}    | labels.a: is [], but must be a text",
        "'labels':{'':'x'}    | labels: has the key '', but keys must have 1 to 63 characters",
        "'env':[]             | env: is [], but must be an object",
        "'env':{'':'x'}       | env: has the name '', but a name must not be empty or contain = or NUL",
        "'env':{'a=b':'x'}    | env: has the name 'a=b', but a name must not be empty or contain = or NUL",
        "'env':{'\\u0000':1}  | env: has the name '\0', but a name must not be empty or contain = or NUL",
        "'env':{'a':'\\u0000'} | env.a: must not contain NUL",
        "'env':{'a':{}}       | env.a: is {}, but must be a text",
        // whole numbers
        "'priority':101       | priority: is 101, but must be a whole number from 0 to 100",
        "'priority':-1        | priority: is -1, but must be a whole number from 0 to 100",
        "'priority':1.5       | priority: is 1.5, but must be a whole number from 0 to 100",
        "'priority':'1'       | priority: is '1', but must be a whole number from 0 to 100",
        "'priority':1e999     | priority: is 1E+999, but must be a whole number from 0 to 100",
        "'priority':9999999999 | priority: is 9999999999, but must be a whole number from 0 to 100",
        // resources
        "'resources':[]       | resources: is [], but must be an object",
        "'resources':{'cpus':true}     | resources.cpus: is true, but must be a number or a text with a unit",
        "'resources':{'cpus':'x'}      | resources.cpus: is 'x'{NUMBER}",
        "'resources':{'cpus':-1}       | resources.cpus: is '-1'{NUMBER}",
        "'resources':{'cpus':0}        | resources.cpus: is 0, but must be from 0.001 to 1000000000",
        "'resources':{'cpus':'0.0001'} | resources.cpus: is '0.0001'{NUMBER}",
        "'resources':{'cpus':1e10}     | resources.cpus: is 1E+10, but must be from 0.001 to 1000000000",
        "'resources':{'cpus':1e999}    | resources.cpus: is '1E+999'{NUMBER}",
        "'resources':{'cpus':1e-999}   | resources.cpus: is '1E-999'{NUMBER}",
        "'resources':{'cpus':1e400000000}  | resources.cpus: is '1E+400000000'{NUMBER}",
        "'resources':{'cpus':1e-400000000} | resources.cpus: is '1E-400000000'{NUMBER}",
        "'resources':{'memory':'1Zi'}  | resources.memory: is '1Zi'{SIZE}",
        "'resources':{'memory':-1}     | resources.memory: is '-1'{SIZE}",
        "'resources':{'memory':'1000000Ti'} | resources.memory: is '1000000Ti', but must be from 0Mi to 1000000000Mi",
        "'resources':{'gpus':0.5}      | resources.gpus: is 0.5, but must be a whole number",
        "'resources':{'gpus':'1500m'}  | resources.gpus: is 1.5, but must be a whole number",
        "'resources':{'cpu':2}          | resources.cpu: is not a resource; did you mean 'cpus'?",
        "'resources':{'mem':64}         | resources.mem: is not a resource; did you mean 'memory'?",
        "'resources':{'fpga':[]}       | resources.fpga: is [], but must be a number or a text with a unit",
        "'resources':{'a:b':1}         | resources.a:b: is no name of a resource, which must be 1 to 63 characters of A-Z a-z 0-9 _ . -, the first a letter",
        "'resources':{'limits':{}}     | resources.limits: is not supported by this version of Bourse yet",
        "'resources':{'ports':2}       | resources.ports: is not supported by this version of Bourse yet",
        // retry
        "'retry':3                     | retry: is 3, but must be an object",
        "'retry':{'attempts':1001}     | retry.attempts: is 1001, but must be a whole number from 0 to 1000",
        "'retry':{'attempt':1}         | retry.attempt: is not a known field; did you mean 'attempts'?",
        "'retry':{'on':5}              | retry.on: is 5, but must be a list",
        "'retry':{'on':[0]}            | retry.on[0]: is 0{REASON}",
        "'retry':{'on':[1,256]}        | retry.on[1]: is 256{REASON}",
        "'retry':{'on':[null]}         | retry.on[0]: is null{REASON}",
        "'retry':{'on':['cancelled']}  | retry.on[0]: is 'cancelled'{REASON}",
        "'retry':{'backoff':'1s'}      | retry.backoff: is '1s', but must be an object",
        "'retry':{'backoff':{'initial':'10s','max':'1s'}} | retry.backoff.max: is 1s, but must not be less than initial, 10s",
        "'retry':{'backoff':{'factor':0.5}} | retry.backoff.factor: is 0.5, but must be from 1 to 100",
        "'retry':{'backoff':{'jitter':2}}   | retry.backoff.jitter: is 2, but must be from 0 to 1",
        "'retry':{'backoff':{'step':2}}     | retry.backoff.step: is not a known field; known are initial, factor, max, jitter",
        // durations
        "'timeout':90         | timeout: is '90'{DURATION}",
        "'timeout':'90'       | timeout: is '90'{DURATION}",
        "'timeout':'-1s'      | timeout: is '-1s'{DURATION}",
        "'timeout':'1m1h'     | timeout: is '1m1h'{DURATION}",
        "'timeout':[]         | timeout: is [], but must be a number or a text with a unit",
        "'killGrace':'400d'   | killGrace: is '400d', but must be from 0s to 366d",
        "'ttl':'367d'         | ttl: is '367d', but must be from 0s to 366d",
        "'ttl':'forever'      | ttl: is 'forever'{DURATION}",
        // logs
        "'logs':'1Mi'            | logs: is '1Mi', but must be an object",
        "'logs':{'cap':'2Gi'}    | logs.cap: is '2Gi', but must be from 0Mi to 1Gi",
        "'logs':{'retention':1}  | logs.retention: is not supported by this version of Bourse yet",
        "'logs':{'size':1}       | logs.size: is not a known field; known are cap",
        "'preemptible':'no'      | preemptible: is 'no', but must be true or false",
        // unknown fields
        "'comand':[]          | comand: is not a known field; did you mean 'command'?",
        "'Name':'x'           | Name: is not a known field; did you mean 'name'?",
        "'prioirty':1         | prioirty: is not a known field; did you mean 'priority'?",
        "'unheardOf':{}       | unheardOf: is not a known field; {FIELDS}"
      })
  void shouldSayWhatIsWrongWithAField(String field, String message) {
    assertThat(Documents.errors(Documents.valid(field.replace('\'', '"'))))
        .containsExactly(
            message
                .replace("{ID}", ID)
                .replace("{NUMBER}", NUMBER)
                .replace("{SIZE}", SIZE)
                .replace("{DURATION}", DURATION)
                .replace("{REASON}", REASON)
                .replace("{FIELDS}", FIELDS));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}                       | command: is missing; give either command, a list of texts, or shell, one line for /bin/sh",
        "{'command':null}         | command: is missing; give either command, a list of texts, or shell, one line for /bin/sh",
        "{'command':['x'],'shell':'y'} | command: cannot be given together with shell",
        "{'command':5}            | command: is 5, but must be a list",
        "{'command':[]}           | command: must begin with the name of a program, but that is empty",
        "{'command':['']}         | command: must begin with the name of a program, but that is empty",
        "{'command':['x',5]}      | command[1]: is 5, but must be a text",
        "{'command':['x',null]}   | command[1]: is null, but must be a text",
        "{'command':['x','\\u0000']} | command: must not contain NUL",
        "{'shell':''}             | shell: is '', but must be 1 to 49152 characters without NUL",
        "{'shell':[5]}            | shell: is [5], but must be a text",
        "[]                       | the job must be a JSON object",
        "null                     | the job must be a JSON object",
        "'x'                      | the job must be a JSON object",
        "5                        | the job must be a JSON object",
        "{} {}                    | the job is followed by something at line 1, column 4",
        "{'id':'a','id':'b'}      | the job is not valid JSON at line 1, column 15: Duplicate field 'id'",
        "{'env':{'a':1,'a':2}}    | the job is not valid JSON at line 1, column 18: Duplicate field 'a'",
        "{'priority':1e99999999999} | the job is not valid JSON: a number has too large an exponent",
        "{'name' 5}               | the job is not valid JSON at line 1, column 9: Unexpected character ('5' (code 53)): was expecting a colon to separate field name and value"
      })
  void shouldSayWhatIsWrongWithADocument(String json, String message) {
    assertThat(Documents.errors(json.replace('\'', '"'))).containsExactly(message);
  }

  @Test
  void shouldRefuseAnEmptyRecordAndOtherTrees() {
    assertThat(Documents.errors("")).containsExactly("the job must be a JSON object");
    assertThatExceptionOfType(InvalidDocumentException.class)
        .isThrownBy(() -> JobDocuments.read(JsonNodeFactory.instance.arrayNode()))
        .withMessage("the job must be a JSON object");
  }

  @ParameterizedTest(name = "{0} is not supported yet")
  @ValueSource(
      strings = {
        "container",
        "artifacts",
        "constraints",
        "array",
        "dependsOn",
        "tasks",
        "gang",
        "queueTimeout",
        "deadline",
        "schedule",
        "health",
        "readiness",
        "service",
        "onComplete"
      })
  void shouldNameFieldsOfLaterVersionsAsSuch(String field) {
    assertThat(Documents.errors(Documents.valid("\"" + field + "\":{}")))
        .containsExactly(field + ": is not supported by this version of Bourse yet");
  }

  @Test
  void shouldReportEverythingTogether() {
    InvalidDocumentException refusal =
        Documents.refusal(
            """
            {"id": "j1", "name": 1, "priority": 1000, "comand": [], "array": {},
             "resources": {"cpus": 0, "gpus": 0.5}, "retry": {"on": [0], "backoff": {"factor": 0}}}
            """);
    assertThat(refusal.errors())
        .extracting(FieldError::field)
        .containsExactly(
            "name",
            "command",
            "resources.cpus",
            "resources.gpus",
            "priority",
            "retry.backoff.factor",
            "retry.on[0]",
            "comand",
            "array");
    assertThat(refusal.id()).isEqualTo(new JobId("j1"));
    assertThat(refusal)
        .hasMessageStartingWith("name: is 1, but must be a text; command: is missing; give either");
  }

  @Test
  void shouldRefuseTooMuchOfAnything() {
    assertThat(Documents.errors("{\"command\":[" + "\"x\",".repeat(1_024) + "\"x\"]}"))
        .containsExactly("command: has 1025 entries, but may have at most 1024");
    assertThat(Documents.errors(Documents.valid("\"labels\":{" + entries(65) + "}")))
        .containsExactly("labels: has 65 entries, but may have at most 64");
    assertThat(Documents.errors(Documents.valid("\"env\":{" + entries(1_025) + "}")))
        .containsExactly("env: has 1025 entries, but may have at most 1024");
    assertThat(Documents.errors(Documents.valid("\"resources\":{" + entries(33) + "}")))
        .containsExactly("resources: has more than 32 entries");
    assertThat(Documents.errors(Documents.valid("\"retry\":{\"on\":[" + "1,".repeat(300) + "1]}")))
        .containsExactly("retry.on: has 301 entries, but may have at most 300");
  }

  @Test
  void shouldRefuseWhatIsTooLongWithoutRepeatingAllOfIt() {
    String shown = "y".repeat(60) + "…";
    assertThat(Documents.errors(Documents.valid("\"name\":\"" + "y".repeat(257) + "\"")))
        .containsExactly("name: is '" + shown + "', but must be 1 to 256 characters without NUL");
    assertThat(Documents.errors(Documents.valid("\"labels\":{\"" + "y".repeat(64) + "\":1}")))
        .containsExactly(
            "labels: has the key '" + shown + "', but keys must have 1 to 63 characters");
    assertThat(Documents.errors(Documents.valid("\"" + "y".repeat(1_000) + "\":1")))
        .singleElement()
        .asString()
        .startsWith(shown + ": is not a known field; known are");
    assertThat(Documents.errors(Documents.valid("\"resources\":{\"" + "y".repeat(64) + "\":1}")))
        .singleElement()
        .asString()
        .startsWith("resources." + shown + ": is no name");
  }

  @Test
  void shouldRefuseMoreThan64Kibibytes() {
    String json = Documents.valid("") + " ".repeat(JobDocuments.MAX_BYTES);
    assertThat(Documents.errors(json))
        .containsExactly("the job has 65553 bytes, but may have at most 65536");
  }

  @Test
  void shouldRefuseWhatIsTooDeepOrHasTooLongNumbers() {
    String limits = "the job has more than 32 levels, or more than 40 digits in a number";
    assertThat(Documents.errors("{\"a\":" + "[".repeat(30_000))).containsExactly(limits);
    assertThat(Documents.errors("{\"a\":".repeat(10_000))).containsExactly(limits);
    assertThat(Documents.errors("{\"priority\":" + "9".repeat(60_000) + "}"))
        .containsExactly(limits);
  }

  @Test
  void shouldReportAHundredErrorsAtMost() {
    InvalidDocumentException refusal = Documents.refusal("{" + entries(6_000) + "}");
    List<FieldError> errors = refusal.errors();
    assertThat(errors).hasSize(101);
    assertThat(errors.getLast()).hasToString("the job has more than 100 errors");
    assertThat(refusal.getMessage().length()).isLessThan(64 << 10);
  }

  @Test
  void shouldRefuseWhatIsNoText() {
    byte[] latin1 = "{\"name\":\"ä\"}".getBytes(StandardCharsets.ISO_8859_1);
    byte[] utf32 = {0, 0, 0, '{', -1, -1, -1, -1};
    assertThatExceptionOfType(InvalidDocumentException.class)
        .isThrownBy(() -> JobDocuments.read(latin1))
        .withMessage(
            "the job is not valid JSON at line 1, column 12: Invalid UTF-8 middle byte 0x22");
    assertThatExceptionOfType(InvalidDocumentException.class)
        .isThrownBy(() -> JobDocuments.read(utf32))
        .withMessage("the job is not valid JSON: it is not text in UTF-8");
  }

  @Test
  @Timeout(10)
  void shouldNotSpendTimeOrMemoryOnAbsurdNumbers() {
    String numbers =
        IntStream.range(0, 30)
            .mapToObj(i -> "\"r" + i + "\":1e" + (2_000_000_000 + i))
            .collect(Collectors.joining(","));
    assertThat(Documents.errors(Documents.valid("\"resources\":{" + numbers + "}"))).hasSize(30);
    assertThatNoException().isThrownBy(() -> Documents.with("\"env\":{\"A\":1e2000000000}"));
  }

  private static String entries(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "\"k" + i + "\":1")
        .collect(Collectors.joining(","));
  }
}
