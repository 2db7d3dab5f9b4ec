package dev.bourse.core.check;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
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
  private final MethodHandle[] accessors;

  private RecordShape(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    name = digest(type.getSimpleName());
    names = new long[components.length];
    accessors = new MethodHandle[components.length];
    for (int i = 0; i < components.length; i++) {
      names[i] = digest(components[i].getName());
      accessors[i] = handle(components[i]);
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

  private static MethodHandle handle(RecordComponent component) {
    try {
      return MethodHandles.lookup()
          .unreflect(component.getAccessor())
          .asType(MethodType.methodType(Object.class, Record.class));
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("cannot take apart " + component, e);
    }
  }

  @SuppressWarnings("NullAway") // a component may well be null
  @Nullable Object value(int index, Record item) {
    try {
      return (Object) accessors[index].invokeExact(item);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("cannot take apart a " + item.getClass(), e);
    }
  }
}
