package dev.bourse.topics.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import dev.bourse.topics.job.FieldError;
import java.io.IOException;
import java.io.Serial;
import java.util.function.Function;

/** Types that travel as their text form, so that a person can read and write them. */
final class TextForm {

  private TextForm() {}

  static <T> void add(SimpleModule module, Class<T> type, Function<String, T> parse) {
    module.addSerializer(type, new Writer<>(type));
    module.addDeserializer(type, new Reader<>(type, parse));
  }

  private static final class Writer<T> extends StdScalarSerializer<T> {

    @Serial private static final long serialVersionUID = 1L;

    Writer(Class<T> type) {
      super(type);
    }

    @Override
    public void serialize(T value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeString(value.toString());
    }
  }

  private static final class Reader<T> extends StdScalarDeserializer<T> {

    @Serial private static final long serialVersionUID = 1L;

    private final transient Function<String, T> parse;

    Reader(Class<T> type, Function<String, T> parse) {
      super(type);
      this.parse = parse;
    }

    @Override
    public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
      if (!in.hasToken(JsonToken.VALUE_STRING)) {
        throw JsonMappingException.from(in, "must be a text");
      }
      try {
        return parse.apply(in.getText());
      } catch (IllegalArgumentException e) {
        throw JsonMappingException.from(in, FieldError.at("", e).message(), e);
      }
    }
  }
}
