package dev.bourse.cli.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The query part of an address. */
final class Query {

  private final StringBuilder text = new StringBuilder();

  /** Adds a parameter unless it has no value. */
  Query with(String name, @Nullable Object value) {
    if (value != null) {
      text.append(text.isEmpty() ? '?' : '&').append(name).append('=').append(encode(value));
    }
    return this;
  }

  /** Safe in a path or a query. */
  static String encode(Object value) {
    return URLEncoder.encode(value.toString(), StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
