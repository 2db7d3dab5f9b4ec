package dev.bourse.topics.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bourse.topics.codec.InputCodec.Input;
import dev.bourse.topics.command.Command;
import dev.bourse.topics.command.RejectCall;
import dev.bourse.topics.command.TeardownFramework;
import dev.bourse.topics.id.FrameworkId;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What frameworks and operators write, as the master reads it. */
class FrameworkInputsTest {

  private static final FrameworkId ETL = new FrameworkId("etl");
  private static final Set<RecordType> CALLS =
      EnumSet.range(RecordType.SUBSCRIBE, RecordType.ANSWER_INVERSE_OFFERS);
  private static final Set<RecordType> OPERATIONS =
      EnumSet.range(RecordType.SET_QUOTA, RecordType.END_MAINTENANCE);

  static {
    OPERATIONS.add(RecordType.TEARDOWN);
  }

  static Set<RecordType> calls() {
    return CALLS;
  }

  static Set<RecordType> operations() {
    return OPERATIONS;
  }

  static Set<RecordType> noCalls() {
    Set<RecordType> types = EnumSet.allOf(RecordType.class);
    types.removeAll(CALLS);
    return types;
  }

  static Set<RecordType> noOperations() {
    Set<RecordType> types = EnumSet.allOf(RecordType.class);
    types.removeAll(OPERATIONS);
    return types;
  }

  @ParameterizedTest
  @MethodSource("calls")
  void shouldReadCalls(RecordType type) {
    Object record = RecordCodec.decode(Golden.bytes(Golden.of(type)), type.recordClass());
    assertThat(InputCodec.accepts(golden(type, "etl"))).isEqualTo(record);
    assertThat(InputCodec.accepts(golden(type, null))).isEqualTo(record);
    assertThat(InputCodec.accepts(golden(type, ""))).isEqualTo(record);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void shouldReadOperationsUnderAnyKey(RecordType type) {
    if (type != RecordType.TEARDOWN) {
      Object record = RecordCodec.decode(Golden.bytes(Golden.of(type)), type.recordClass());
      for (String key : new @Nullable String[] {null, "", "a1", "eng", "no id at all"}) {
        assertThat(InputCodec.operations(golden(type, key))).isEqualTo(record);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("noCalls")
  void shouldAnswerOtherTypesOnAccepts(RecordType type) {
    String message = "header ce_type: is '" + type.ceType() + "', but must be one of ";
    Input input = golden(type, "etl");
    assertThat(rejection(input)).startsWith(message + RecordType.SUBSCRIBE.ceType() + ", ");
    assertThat(refusal(InputCodec::accepts, golden(type, null))).startsWith(message);
  }

  @ParameterizedTest
  @MethodSource("noOperations")
  void shouldRefuseOtherTypesOnOperations(RecordType type) {
    assertThat(refusal(InputCodec::operations, golden(type, "etl")))
        .startsWith("header ce_type: is '" + type.ceType() + "', but must be one of ");
  }

  @Test
  void shouldNameTheTypesThatAreAllowed() {
    assertThat(rejection(input(null, "etl", "{}")))
        .isEqualTo("header ce_type: is missing, but must be one of " + names(CALLS));
    assertThat(refusal(InputCodec::operations, input(null, "etl", "{}")))
        .isEqualTo(
            "header ce_type: is missing, but must be one of "
                + names(EnumSet.range(RecordType.SET_QUOTA, RecordType.END_MAINTENANCE))
                + ", "
                + RecordType.TEARDOWN.ceType());
    assertThat(rejection(input("dev.bourse.framework.accept.v9", "etl", "{}")))
        .startsWith("header ce_type: is 'dev.bourse.framework.accept.v9', but must be one of ");
  }

  @ParameterizedTest
  @MethodSource("calls")
  void shouldAnswerWhoseKeyItIsNot(RecordType type) {
    Command command = InputCodec.accepts(golden(type, "other"));
    assertThat(command)
        .isEqualTo(
            new RejectCall(
                new FrameworkId("other"),
                type.recordClass().getSimpleName(),
                "key: is 'other', but must be the id in the record, 'etl'"));
    assertThat(refusal(InputCodec::accepts, golden(type, "no id")))
        .isEqualTo("key: is 'no id', but must be the id in the record, 'etl'");
  }

  @ParameterizedTest
  @MethodSource("calls")
  void shouldTolerateUnknownFieldsOfCalls(RecordType type) {
    Command command = InputCodec.accepts(golden(type, "etl"));
    assertThat(InputCodec.accepts(withUnknownFields(type, "etl"))).isEqualTo(command);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void shouldTolerateUnknownFieldsOfOperations(RecordType type) {
    Command command = InputCodec.operations(golden(type, "a1"));
    assertThat(InputCodec.operations(withUnknownFields(type, "a1"))).isEqualTo(command);
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SUBSCRIBE | {'framework':'etl','session':'s'} | info: is missing",
        "SUBSCRIBE | {'framework':'a b','session':'s'} | framework: is 'a b', but must be 1 to 64 characters of A-Z a-z 0-9 . _ -, the first a letter or digit",
        "SUBSCRIBE | {'framework':'etl','session':'s','info':{'name':'n','roles':[]}} | info.roles: has 0 entries, but must have 1 to 256",
        "SUBSCRIBE | {'framework':'etl','session':'s','info':{'name':'n','roles':[{'role':'/a'}]}} | info.roles[0].role: is '/a', but must be a path without empty parts: no slash at its start or end, and no two together",
        "SUBSCRIBE | {'framework':'etl','session':'s','info':{'name':'n','roles':[{'role':'a','constraints':[[{'subject':'a','predicate':'MATCHES','value':'('}]]}]}} | info.roles[0].constraints[0][0].value: is '(', but must be a regular expression: error parsing regexp: missing closing ): ´(´",
        "SUBSCRIBE | {'framework':'etl','session':'s','info':{'name':'n','roles':[{'role':'a','constraints':[[null]]}]}} | info.roles[0].constraints[0][0]: is missing",
        "SUBSCRIBE | {'framework':'etl','session':'s','info':{'name':'n','roles':[{'role':'a','constraints':[null]}]}} | info.roles[0].constraints[0]: is missing",
        "SUBSCRIBE | {'framework':'etl','session':'s','info':{'name':'n','roles':[{'role':'a'}],'capabilities':[null]}} | info.capabilities[0]: is missing",
        "SUBSCRIBE | {'framework':'etl','session':'s','info':{'name':'n','roles':[{'role':'a'}],'labels':{'a':null}}} | info.labels.a: is missing",
        "SUBSCRIBE | {'framework':'etl','session':'s','info':{'name':'n','roles':[{'role':'a','suppressed':'no'}]}} | info.roles[0].suppressed: must be true or false",
        "SUBSCRIBE | {'framework':'etl','session':'s','info':{'name':'n','roles':[{'role':'a','minAllocatable':'cpus'}]}} | info.roles[0].minAllocatable: quantity: is 'cpus', but must be name:number",
        "ACCEPT | {'framework':'etl','session':'s','offers':[1],'operations':[{'type':'LAUNCH'}]} | operations[0].tasks: is missing, but LAUNCH needs it",
        "ACCEPT | {'framework':'etl','session':'s','offers':[1],'operations':[{'type':'LAUNCH','tasks':[{'task':'a~b','resources':'cpus:1'}]}]} | operations[0].tasks[0].task: is 'a~b', but must be 1 to 128 characters of A-Z a-z 0-9 . _ -, the first a letter or digit",
        "ACCEPT | {'framework':'etl','session':'s','offers':['1'],'operations':[]} | offers[0]: must be a whole number",
        "ACCEPT | {'framework':'etl','session':'','offers':[1],'operations':[]} | session: is missing",
        "DECLINE | {'framework':'etl','session':'s','offers':[]} | offers: has 0 entries, but must have 1 to 1000",
        "RECONCILE | {'framework':'etl','session':'s','tasks':[{'task':'t'},{'task':'t','agent':'?'}]} | tasks[1].agent: is '?', but must be 1 to 128 characters of A-Z a-z 0-9 . _ -, the first a letter or digit",
        "KILL | {'framework':'etl','session':'s','tasks':['']} | tasks[0]: is '', but must be 1 to 128 characters of A-Z a-z 0-9 . _ -, the first a letter or digit"
      })
  void shouldAnswerWithThePathOfTheField(RecordType type, String json, String message) {
    String value = json.replace('\'', '"');
    String reason = message.replace('´', '`'); // which quotes cells here
    assertThat(InputCodec.accepts(input(type.ceType(), "etl", value)))
        .isEqualTo(new RejectCall(ETL, type.recordClass().getSimpleName(), reason));
    assertThat(refusal(InputCodec::accepts, input(type.ceType(), null, value))).isEqualTo(reason);
    assertThat(refusal(InputCodec::accepts, input(type.ceType(), "e t l", value)))
        .isEqualTo(reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "garbage", "[]", "null", "{", "{}"})
  void shouldAnswerGarbage(String value) {
    String ceType = RecordType.ACCEPT.ceType();
    assertThat(rejection(input(ceType, "etl", value))).isNotBlank();
    assertThat(refusal(InputCodec::accepts, input(ceType, null, value))).isNotBlank();
    assertThat(refusal(InputCodec::accepts, input(ceType, "?", value))).isNotBlank();
    String drain = RecordType.DRAIN_AGENT.ceType();
    assertThat(refusal(InputCodec::operations, input(drain, "a1", value))).isNotBlank();
  }

  @Test
  void shouldAnswerTombstones() {
    byte[] key = "etl".getBytes(StandardCharsets.UTF_8);
    String ceType = RecordType.ACCEPT.ceType();
    assertThat(rejection(new Input(ceType, key, null, 0, 0, 0)))
        .isEqualTo("the record is empty, but must be a JSON object");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = "null")
  void shouldWantASessionOfFrameworksThatEnd(@Nullable String session) {
    String json = "{\"framework\":\"etl\"" + (session == null ? "}" : ",\"session\":null}");
    String ceType = RecordType.TEARDOWN.ceType();
    assertThat(rejection(input(ceType, "etl", json))).isEqualTo("session: is missing");
    assertThat(refusal(InputCodec::accepts, input(ceType, null, json)))
        .isEqualTo("session: is missing");
  }

  @Test
  void shouldForgetTheSessionOfOperatorsThatEndAFramework() {
    String ceType = RecordType.TEARDOWN.ceType();
    TeardownFramework teardown = new TeardownFramework(ETL, null);
    assertThat(InputCodec.operations(golden(RecordType.TEARDOWN, "etl"))).isEqualTo(teardown);
    assertThat(InputCodec.operations(input(ceType, null, "{\"framework\":\"etl\"}")))
        .isEqualTo(teardown);
  }

  @ParameterizedTest
  @EnumSource(names = {"ACCEPT", "SUBSCRIBE"})
  void shouldBoundTheReason(RecordType type) {
    String json = "{\"framework\":\"" + "[".repeat(100) + "x".repeat(100_000);
    assertThat(rejection(input(type.ceType(), "etl", json))).hasSizeLessThanOrEqualTo(2_001);
    assertThat(rejection(input("x".repeat(100_000), "etl", "{}"))).hasSizeLessThanOrEqualTo(2_001);
  }

  private static Input withUnknownFields(RecordType type, String key) {
    ObjectNode json = Golden.of(type);
    for (ObjectNode object : RecordFields.objects(type.recordClass(), json)) {
      object.putArray("later").addObject().put("a", 1);
    }
    return input(type.ceType(), key, json.toString());
  }

  private static String names(Set<RecordType> types) {
    return types.stream().map(RecordType::ceType).collect(Collectors.joining(", "));
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

  private static String rejection(Input input) {
    Command command = InputCodec.accepts(input);
    assertThat(command).isInstanceOf(RejectCall.class);
    assertThat(((RejectCall) command).framework()).isEqualTo(ETL);
    return ((RejectCall) command).reason();
  }

  private static String refusal(Function<Input, Command> read, Input input) {
    InvalidRecordException refusal =
        catchThrowableOfType(InvalidRecordException.class, () -> read.apply(input));
    assertThat(refusal).isNotNull();
    return String.valueOf(refusal.getMessage());
  }
}
