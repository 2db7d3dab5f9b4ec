package dev.bourse.topics.resources;

import java.util.ArrayList;
import java.util.List;

/** Reads the text form of resources: {@code name:value} or {@code name(stack):value}, by ';'. */
final class ResourcesParser {

  private static final String ALLOWED =
      "name:value, name(role):value or name(role,+role/below@principal{key=value}):value";

  private ResourcesParser() {}

  static List<Resource> parse(String text) {
    List<Resource> resources = new ArrayList<>();
    for (String token : ValueParser.tokens(text, ";")) {
      resources.add(resource(token));
    }
    return resources;
  }

  private static Resource resource(String token) {
    int open = token.indexOf('(');
    int colon = token.indexOf(':');
    if (open >= 0 && open < colon) {
      return reserved(token, open);
    }
    if (colon < 0) {
      throw Errors.invalid("resource", token, ALLOWED);
    }
    String name = name(token.substring(0, colon));
    return Resource.of(name, value(name, token.substring(colon + 1)));
  }

  private static Resource reserved(String token, int open) {
    int close = token.indexOf(')', open);
    String rest = close < 0 ? "" : token.substring(close + 1).strip();
    if (!rest.startsWith(":")) {
      throw Errors.invalid("resource", token, ALLOWED);
    }
    String name = name(token.substring(0, open));
    return new Resource(
        name, stack(name, token.substring(open + 1, close)), value(name, rest.substring(1)));
  }

  private static List<Reservation> stack(String name, String text) {
    try {
      return ReservationParser.stack(text);
    } catch (IllegalArgumentException e) {
      throw Errors.in("resource " + name, e);
    }
  }

  private static String name(String text) {
    return Names.check("resource name", text.strip());
  }

  private static Value value(String name, String text) {
    return ValueParser.parseFor("resource " + name, text);
  }
}
