package dev.bourse.topics.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
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

  /** Of a list: what is in it. */
  public static Class<?> itemType(RecordComponent component) {
    return (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
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
      JsonNode value = json.get(component.getName());
      if (value instanceof ObjectNode object && component.getType().isRecord()) {
        walk(inner, component.getType(), object, fields);
      } else if (value != null && component.getType() == List.class) {
        walkItems(inner, itemType(component), value, fields);
      }
    }
  }

  private static void walkItems(String path, Class<?> type, JsonNode list, List<Field> fields) {
    for (int i = 0; i < list.size(); i++) {
      if (type.isRecord() && list.get(i) instanceof ObjectNode object) {
        walk(path + "[" + i + "]", type, object, fields);
      }
    }
  }
}
