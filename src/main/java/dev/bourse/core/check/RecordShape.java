package dev.bourse.core.check;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;

/** How to take a type of record apart, found out once. */
final class RecordShape {

  private static final ClassValue<RecordShape> SHAPES =
      new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
          return new RecordShape(type);
        }
      };

  private final long name;
  private final long[] names;
  private final Method[] accessors;

  private RecordShape(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    name = digest(type.getSimpleName());
    names = new long[components.length];
    accessors = new Method[components.length];
    for (int i = 0; i < components.length; i++) {
      names[i] = digest(components[i].getName());
      accessors[i] = components[i].getAccessor();
    }
  }

  static RecordShape of(Record item) {
    return SHAPES.get(item.getClass());
  }

  private static long digest(String text) {
    Digest digest = new Digest(0);
    digest.add(text);
    return digest.value();
  }

  /** The digest of the type's simple name. */
  long name() {
    return name;
  }

  int size() {
    return names.length;
  }

  /** The digest of a component's name. */
  long name(int index) {
    return names[index];
  }

  @Nullable Object value(int index, Record item) {
    try {
      return accessors[index].invoke(item);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot take apart a " + item.getClass(), e);
    }
  }
}
