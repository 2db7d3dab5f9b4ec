package dev.bourse.topics.resources;

import java.util.ArrayList;
import java.util.List;

/** Reads a value the way Mesos does. */
final class ValueParser {

  private static final String ALLOWED =
      "a number, [begin-end,…] or {item,…} with matching brackets, or a text without brackets";

  private static final int MAX_BOUND_LENGTH = 18;

  private ValueParser() {}

  /** Reads a value for the place that errors name. */
  static Value parseFor(String place, String input) {
    try {
      return parse(input);
    } catch (IllegalArgumentException e) {
      throw Errors.in(place, e);
    }
  }

  static Value parse(String input) {
    String text = input.strip();
    if (text.isEmpty() || !isBalanced(text)) {
      throw Errors.invalid("value", input, ALLOWED);
    }
    return switch (text.charAt(0)) {
      case '[' -> ranges(text);
      case '{' -> items(text);
      default -> scalarOrText(text);
    };
  }

  private static Value scalarOrText(String text) {
    if (text.indexOf('[') >= 0 || text.indexOf('{') >= 0) {
      throw Errors.invalid("value", text, ALLOWED);
    }
    return Decimals.isNumber(text) ? new Scalar(Decimals.parseThousandths(text)) : new Text(text);
  }

  private static Ranges ranges(String text) {
    if (!text.endsWith("]")) {
      throw Errors.invalid("value", text, "[begin-end,…]");
    }
    List<Range> ranges = new ArrayList<>();
    for (String token : tokens(text, "[],\n")) {
      ranges.add(range(token));
    }
    return new Ranges(ranges);
  }

  private static Range range(String token) {
    int dash = Math.max(token.indexOf('-'), 0);
    return new Range(
        bound(token, token.substring(0, dash)), bound(token, token.substring(dash + 1)));
  }

  private static long bound(String token, String part) {
    String digits = part.strip();
    boolean valid = !digits.isEmpty() && digits.length() <= MAX_BOUND_LENGTH;
    for (int i = 0; i < digits.length(); i++) {
      valid &= Characters.isDigit(digits.charAt(i));
    }
    if (!valid) {
      throw Errors.invalid("value", token, "begin-end in whole numbers from 0 to " + Range.MAX);
    }
    return Long.parseLong(digits);
  }

  private static Items items(String text) {
    if (!text.endsWith("}")) {
      throw Errors.invalid("value", text, "{item,…}");
    }
    List<String> tokens = tokens(text, "{},\n");
    Items items = new Items(tokens);
    if (items.items().size() < tokens.size()) {
      throw Errors.invalid("value", text, "a set with every item once");
    }
    return items;
  }

  /** The parts between any of the delimiters, without blanks around them and without empty ones. */
  static List<String> tokens(String text, String delimiters) {
    List<String> tokens = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || delimiters.indexOf(text.charAt(i)) >= 0) {
        String token = text.substring(start, i).strip();
        if (!token.isEmpty()) {
          tokens.add(token);
        }
        start = i + 1;
      }
    }
    return tokens;
  }

  private static boolean isBalanced(String text) {
    return isBalanced(text, '[', ']') && isBalanced(text, '{', '}') && isBalanced(text, '(', ')');
  }

  static boolean isBalanced(String text, char open, char close) {
    int depth = 0;
    for (int i = 0; i < text.length() && depth >= 0; i++) {
      char c = text.charAt(i);
      depth += c == open ? 1 : c == close ? -1 : 0;
    }
    return depth == 0;
  }
}
