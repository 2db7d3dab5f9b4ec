package dev.bourse.topics.asyncapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.bourse.topics.codec.Golden;
import dev.bourse.topics.codec.InputCodec;
import dev.bourse.topics.codec.InputCodec.Input;
import dev.bourse.topics.codec.RecordCodec;
import dev.bourse.topics.codec.RecordFields;
import dev.bourse.topics.codec.RecordType;
import dev.bourse.topics.command.SubmitJob;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.id.JobId;
import dev.bourse.topics.id.TaskId;
import dev.bourse.topics.job.InvalidDocumentException;
import dev.bourse.topics.job.JobDocuments;
import dev.bourse.topics.kafka.Layout;
import dev.bourse.topics.kafka.LogChunks;
import dev.bourse.topics.kafka.Topic;
import dev.bourse.topics.resources.Attributes;
import dev.bourse.topics.resources.Quantities;
import dev.bourse.topics.resources.Resources;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Whether {@code asyncapi.yaml} says what the code does. */
class AsyncApiTest {

  private static final JsonNode DOCUMENT = read();
  private static final String DEAD_LETTER = "dead-letter";
  private static final Set<Class<?>> TEXT_FORMS =
      Set.of(
          JobId.class,
          TaskId.class,
          AgentId.class,
          FrameworkId.class,
          Resources.class,
          Attributes.class,
          Quantities.class);

  private final Set<Class<?>> compared = new HashSet<>();

  private static JsonNode read() {
    try {
      return new YAMLMapper().readTree(new File("asyncapi.yaml"));
    } catch (IOException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  @Test
  void shouldHaveAChannelForEveryTopic() {
    assertThat(DOCUMENT.get("asyncapi").textValue()).isEqualTo("3.0.0");
    assertThat(values(DOCUMENT.get("channels")).map(c -> c.get("address").textValue()))
        .containsExactlyElementsOf(
            Arrays.stream(Topic.values()).map(topic -> "{prefix}" + topic.suffix()).toList());
    assertThat(DOCUMENT.at("/components/parameters/prefix/default").textValue())
        .isEqualTo(Topic.DEFAULT_PREFIX);
  }

  @ParameterizedTest
  @EnumSource
  void shouldDescribeHowATopicIsLaidOut(Topic topic) {
    JsonNode kafka = channel(topic).at("/bindings/kafka");
    assertThat(kafka.get("partitions").intValue()).isEqualTo(topic.partitions(Layout.DEFAULT));
    SortedMap<String, String> config = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : kafka.get("topicConfiguration").properties()) {
      JsonNode value = entry.getValue();
      config.put(entry.getKey(), (value.isArray() ? value.get(0) : value).asText());
    }
    assertThat(config).isEqualTo(topic.config());
    assertThat(channel(topic).get("description").textValue()).contains("Key: ");
  }

  @ParameterizedTest
  @EnumSource
  void shouldSayWhoSendsAndWhoReceives(Topic topic) {
    JsonNode channel = channel(topic);
    List<JsonNode> operations =
        values(DOCUMENT.get("operations"))
            .filter(operation -> resolve(operation.get("channel")).equals(channel))
            .toList();
    assertThat(operations)
        .extracting(operation -> operation.get("action").textValue())
        .containsExactly("send", "receive");
    List<JsonNode> messages = values(channel.get("messages")).map(AsyncApiTest::resolve).toList();
    assertThat(operations)
        .allSatisfy(
            operation -> {
              assertThat(operation.get("summary").textValue()).isNotBlank();
              assertThat(values(operation.get("messages")).map(AsyncApiTest::resolve))
                  .containsExactlyElementsOf(messages);
            });
  }

  @Test
  void shouldHaveAMessageForEveryType() {
    List<String> names = new ArrayList<>(RecordType.all().keySet());
    names.add(DEAD_LETTER);
    assertThat(values(DOCUMENT.at("/components/messages")).map(m -> m.get("name").textValue()))
        .containsExactlyElementsOf(names);
    names.add(RecordType.TEARDOWN.ceType()); // both frameworks and operators send it
    assertThat(
            values(DOCUMENT.get("channels"))
                .flatMap(channel -> values(channel.get("messages")))
                .map(message -> resolve(message).get("name").textValue()))
        .containsExactlyInAnyOrderElementsOf(names);
  }

  @ParameterizedTest
  @EnumSource
  void shouldNameTheHeaderOfEveryType(RecordType type) {
    JsonNode message = message(type);
    JsonNode headers = resolve(message.get("headers"));
    JsonNode constants = headers.has("allOf") ? headers.get("allOf").get(1) : headers;
    assertThat(constants.at("/properties/ce_type/const").textValue()).isEqualTo(type.ceType());
    assertThat(message.get("summary").textValue()).isNotBlank();
    assertThat(message.get("examples")).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"SUBMIT_JOB", "LOG_CHUNK"})
  void shouldHaveTheFieldsOfEveryRecord(RecordType type) {
    assertSame(type.ceType(), type.recordClass(), message(type).get("payload"));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "{\"?\":1}, -",
        "{\"retry\":{\"?\":1}}, retry",
        "{\"retry\":{\"backoff\":{\"?\":1}}}, retry/properties/backoff",
        "{\"logs\":{\"?\":1}}, logs"
      })
  void shouldHaveTheFieldsOfAJobDocument(String json, String section) {
    String path = section == null ? "" : "/properties/" + section;
    JsonNode schema = DOCUMENT.at("/components/schemas/JobDocument" + path);
    InvalidDocumentException refusal =
        catchThrowableOfType(
            InvalidDocumentException.class,
            () -> JobDocuments.read(json.getBytes(StandardCharsets.UTF_8)));
    assertThat(refusal)
        .hasMessageContaining("known are " + String.join(", ", names(schema.get("properties"))));
    assertThat(schema.get("additionalProperties").booleanValue()).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void shouldGiveExamplesThatAreRead(RecordType type) {
    for (JsonNode example : message(type).get("examples")) {
      JsonNode payload = example.get("payload");
      byte[] bytes = payload.toString().getBytes(StandardCharsets.UTF_8);
      switch (type) {
        case SUBMIT_JOB ->
            assertThat(InputCodec.submission(new Input(null, null, bytes, 0, 0, 0)))
                .isInstanceOf(SubmitJob.class);
        case LOG_CHUNK -> {
          ConsumerRecord<byte[], byte[]> record =
              new ConsumerRecord<>(
                  "logs",
                  0,
                  0,
                  new byte[] {'t'},
                  payload.textValue().getBytes(StandardCharsets.UTF_8));
          for (Map.Entry<String, JsonNode> header : example.get("headers").properties()) {
            record
                .headers()
                .add(
                    header.getKey(),
                    header.getValue().textValue().getBytes(StandardCharsets.UTF_8));
          }
          assertThat(LogChunks.decode(record).bytes()).isEqualTo(record.value());
        }
        default ->
            assertThat(RecordCodec.encode(RecordCodec.decode(bytes, type.recordClass())))
                .isEqualTo(Golden.of(type).toString().getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  @Test
  void shouldReferToWhatIsThere() {
    assertThat(DOCUMENT.findValuesAsText("$ref"))
        .hasSizeGreaterThan(100)
        .allSatisfy(ref -> assertThat(DOCUMENT.at(ref.substring(1)).isMissingNode()).isFalse());
  }

  private void assertSame(String path, Class<?> type, JsonNode reference) {
    JsonNode schema = resolve(reference);
    assertThat(schema.get("type").textValue()).as(path).isEqualTo(jsonType(type));
    if (type.isEnum()) {
      assertThat(values(schema.get("enum")).map(JsonNode::textValue))
          .as(path)
          .containsExactlyElementsOf(
              Arrays.stream(type.getEnumConstants()).map(Object::toString).toList());
    } else if (type.isRecord() && !TEXT_FORMS.contains(type) && compared.add(type)) {
      assertSameFields(path, type, schema);
    }
  }

  private void assertSameFields(String path, Class<?> type, JsonNode schema) {
    List<RecordComponent> components = List.of(type.getRecordComponents());
    JsonNode properties = schema.get("properties");
    assertThat(names(properties))
        .as(path)
        .containsExactlyElementsOf(components.stream().map(RecordComponent::getName).toList());
    assertThat(values(schema.get("required")).map(JsonNode::textValue))
        .as(path)
        .containsExactlyElementsOf(
            components.stream()
                .filter(RecordFields::isRequired)
                .map(RecordComponent::getName)
                .toList());
    for (RecordComponent component : components) {
      String inner = path + "." + component.getName();
      JsonNode property = properties.get(component.getName());
      assertThat(property.path("description").asText()).as(inner).isNotBlank();
      assertSame(inner, component.getType(), property);
      assertSameItems(inner, component.getGenericType(), property);
    }
  }

  private void assertSameItems(String path, Type type, JsonNode schema) {
    if (type instanceof ParameterizedType generic) {
      Type item = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
      String field = RecordFields.rawType(type) == List.class ? "items" : "additionalProperties";
      assertSame(path + "[]", RecordFields.rawType(item), schema.get(field));
      assertSameItems(path + "[]", item, schema.get(field));
    }
  }

  private static String jsonType(Class<?> type) {
    if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
      return "integer";
    }
    if (type == boolean.class || type == Boolean.class) {
      return "boolean";
    }
    if (type == List.class) {
      return "array";
    }
    boolean isText = type == String.class || type.isEnum() || TEXT_FORMS.contains(type);
    return isText ? "string" : "object";
  }

  private static JsonNode channel(Topic topic) {
    return values(DOCUMENT.get("channels"))
        .filter(c -> c.get("address").textValue().equals("{prefix}" + topic.suffix()))
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode message(RecordType type) {
    return values(DOCUMENT.at("/components/messages"))
        .filter(message -> message.get("name").textValue().equals(type.ceType()))
        .findFirst()
        .orElseThrow();
  }

  /** What a reference points to; a schema of one part and a description is that part. */
  private static JsonNode resolve(JsonNode node) {
    if (node.has("$ref")) {
      return resolve(DOCUMENT.at(node.get("$ref").textValue().substring(1)));
    }
    return node.path("allOf").size() == 1 ? resolve(node.get("allOf").get(0)) : node;
  }

  private static Stream<JsonNode> values(JsonNode node) {
    return StreamSupport.stream(node.spliterator(), false);
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
