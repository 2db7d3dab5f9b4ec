package dev.bourse.topics.resources;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the text form of resources: {@code name:value} or {@code name(role):value}, by ';'. */
final class ResourcesParser {

  private static final String ALLOWED = "name:value or name(role):value";

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
    return resource(token.substring(0, colon), null, token.substring(colon + 1));
  }

  private static Resource reserved(String token, int open) {
    int close = token.indexOf(')', open);
    String rest = close < 0 ? "" : token.substring(close + 1).strip();
    if (!rest.startsWith(":")) {
      throw Errors.invalid("resource", token, ALLOWED);
    }
    String role = token.substring(open + 1, close).strip();
    return resource(
        token.substring(0, open), role.equals(Roles.DEFAULT) ? null : role, rest.substring(1));
  }

  private static Resource resource(String name, @Nullable String role, String value) {
    String stripped = Names.check("resource name", name.strip());
    return new Resource(stripped, role, ValueParser.parseFor("resource " + stripped, value));
  }
}
