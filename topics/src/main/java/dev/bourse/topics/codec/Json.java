package dev.bourse.topics.codec;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.cfg.MutableCoercionConfig;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.id.JobId;
import dev.bourse.topics.id.TaskId;
import dev.bourse.topics.resources.Attributes;
import dev.bourse.topics.resources.Quantities;
import dev.bourse.topics.resources.Resources;
import java.io.IOException;

/**
 * The two JSON mappers: one for what programs write, which tolerates fields it does not know so
 * that versions can meet, and one for what people write, which does not read twice-named fields
 * either.
 */
public final class Json {

  /** Bytes of the largest record of any kind; Kafka's own default limit is a little above it. */
  public static final int MAX_RECORD_BYTES = 1 << 20;

  private static final int MAX_DEPTH = 32;
  private static final int MAX_DIGITS = 40;

  /** What {@link #readDocument} refuses though it is JSON, in words: it has … */
  public static final String DOCUMENT_LIMITS =
      "more than " + MAX_DEPTH + " levels, or more than " + MAX_DIGITS + " digits in a number";

  /** For records between programs. */
  public static final ObjectMapper MAPPER =
      builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .disable(MapperFeature.AUTO_DETECT_IS_GETTERS) // a question is no component
          .withCoercionConfig(LogicalType.Textual, Json::refuseScalars)
          .annotationIntrospector(
              AnnotationIntrospector.pair(
                  new JacksonAnnotationIntrospector(), new RequiredComponents()))
          .serializationInclusion(JsonInclude.Include.NON_NULL)
          .addModule(textForms())
          .build();

  private static final ObjectMapper DOCUMENTS =
      builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private Json() {}

  /**
   * Reads a person's document as a tree. Numbers stay as they are written.
   *
   * @throws JsonProcessingException when it is no JSON
   */
  public static JsonNode readDocument(byte[] json) throws JsonProcessingException {
    try {
      return DOCUMENTS.readTree(json);
    } catch (JsonProcessingException e) {
      throw e;
    } catch (NumberFormatException e) {
      throw new JsonParseException(null, "a number has too large an exponent", e);
    } catch (IOException e) {
      throw new JsonParseException(null, "it is not text in UTF-8", e);
    }
  }

  private static void refuseScalars(MutableCoercionConfig texts) {
    texts
        .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
  }

  private static JsonMapper.Builder builder() {
    JsonFactory factory =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxDocumentLength(MAX_RECORD_BYTES)
                    .maxNumberLength(MAX_DIGITS)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();
    return JsonMapper.builder(factory)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
  }

  private static SimpleModule textForms() {
    SimpleModule module = new SimpleModule("bourse");
    TextForm.add(module, Resources.class, Resources::parse);
    TextForm.add(module, Attributes.class, Attributes::parse);
    TextForm.add(module, Quantities.class, Quantities::parse);
    TextForm.add(module, FrameworkId.class, FrameworkId::new);
    TextForm.add(module, JobId.class, JobId::new);
    TextForm.add(module, TaskId.class, TaskId::new);
    TextForm.add(module, AgentId.class, AgentId::new);
    return module;
  }
}
