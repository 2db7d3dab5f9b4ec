package dev.bourse.topics.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The components of a record type and of those inside it, beside the JSON of one. */
public final class RecordFields {

  private RecordFields() {}

  /**
   * One component.
   *
   * @param path as messages name it
   * @param parent the JSON object it is a field of
   * @param component the component
   */
  record Field(String path, ObjectNode parent, RecordComponent component) {

    String name() {
      return component.getName();
    }

    boolean isRequired() {
      return RecordFields.isRequired(component);
    }

    @Override
    public String toString() {
      return path;
    }
  }

  /** Whether it may be neither absent nor null. */
  public static boolean isRequired(RecordComponent component) {
    return !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  /** The type without what is in it. */
  public static Class<?> rawType(Type type) {
    return (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
  }

  /** All components, of the records inside too. */
  static List<Field> of(Class<?> type, ObjectNode json) {
    List<Field> fields = new ArrayList<>();
    walk("", type, json, fields);
    return fields;
  }

  /** The JSON objects of a record and of those inside it. */
  static List<ObjectNode> objects(Class<?> type, ObjectNode json) {
    return of(type, json).stream().map(Field::parent).distinct().toList();
  }

  private static void walk(String path, Class<?> type, ObjectNode json, List<Field> fields) {
    for (RecordComponent component : type.getRecordComponents()) {
      String inner = path.isEmpty() ? component.getName() : path + "." + component.getName();
      fields.add(new Field(inner, json, component));
      walkValue(inner, component.getGenericType(), json.path(component.getName()), fields);
    }
  }

  private static void walkValue(String path, Type type, JsonNode value, List<Field> fields) {
    if (rawType(type).isRecord() && value instanceof ObjectNode object) {
      walk(path, rawType(type), object, fields);
    } else if (type instanceof ParameterizedType generic && value.isContainerNode()) {
      Type[] inside = generic.getActualTypeArguments();
      for (int i = 0; value.isArray() && i < value.size(); i++) {
        walkValue(path + "[" + i + "]", inside[0], value.get(i), fields);
      }
      for (Map.Entry<String, JsonNode> entry : value.properties()) {
        walkValue(path + "." + entry.getKey(), inside[inside.length - 1], entry.getValue(), fields);
      }
    }
  }
}
