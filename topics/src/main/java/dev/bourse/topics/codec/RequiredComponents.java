package dev.bourse.topics.codec;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import java.io.Serial;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;

/**
 * Makes every component of a record required that is not {@code @Nullable}: it may be neither
 * absent nor null. So a field that is added to a version of a record later must be
 * {@code @Nullable}. The items of a list or map may not be null in either case.
 */
final class RequiredComponents extends NopAnnotationIntrospector {

  @Serial private static final long serialVersionUID = 1L;

  private static final JsonSetter.Value REQUIRED =
      JsonSetter.Value.construct(Nulls.FAIL, Nulls.FAIL);
  private static final JsonSetter.Value OPTIONAL =
      JsonSetter.Value.construct(Nulls.DEFAULT, Nulls.FAIL);

  @Override
  public JsonSetter.Value findSetterInfo(Annotated annotated) {
    if (!(annotated instanceof AnnotatedParameter parameter)) {
      return JsonSetter.Value.empty();
    }
    return isRequired(parameter) ? REQUIRED : OPTIONAL;
  }

  private static boolean isRequired(AnnotatedParameter parameter) {
    RecordComponent @Nullable [] components = parameter.getDeclaringClass().getRecordComponents();
    return components != null
        && !components[parameter.getIndex()].getAnnotatedType().isAnnotationPresent(Nullable.class);
  }
}
