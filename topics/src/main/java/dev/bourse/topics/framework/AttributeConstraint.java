package dev.bourse.topics.framework;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.bourse.topics.command.Texts;
import dev.bourse.topics.resources.Text;
import dev.bourse.topics.resources.Value;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * One thing that an agent must be for a framework to be offered it. Only texts can be compared: a
 * comparison with an attribute of another kind holds.
 *
 * @param subject the name of an attribute, or {@code @hostname}, {@code @region} or {@code @zone}
 * @param predicate how it is compared
 * @param value with what: a text, or for {@code MATCHES} and {@code NOT_MATCHES} a regular
 *     expression in the syntax of RE2 of at most {@value #MAX_VALUE} characters, which must match
 *     the whole and be of at most {@value #MAX_PROGRAM} instructions when compiled; null for {@code
 *     EXISTS} and {@code NOT_EXISTS}
 */
public record AttributeConstraint(String subject, Predicate predicate, @Nullable String value) {

  private static final int MAX_VALUE = 1_024;
  private static final int MAX_SUBJECT = 128;
  private static final int MAX_PROGRAM = 1_000;
  private static final int MAX_COUNTS = 10_000;
  private static final Pattern COUNTS = Pattern.compile("(\\)|E)?\\{([0-9]+)(?:,([0-9]*))?\\}");
  private static final List<String> OTHER_SUBJECTS = List.of("@hostname", "@region", "@zone");

  /** By the regular expression; {@link Known} says what for. */
  private static final Map<String, Known> KNOWN = new ConcurrentHashMap<>();

  private static final int MAX_PATTERNS = 1_000;
  private static final int MAX_TEXTS = 256;

  /**
   * What has been worked out of a regular expression. A constraint is asked of many agents, which
   * have few values of an attribute between them: those that have the same are one class.
   */
  private record Known(Pattern pattern, Map<String, Boolean> answers) {

    boolean matches(String text) {
      Boolean answer = answers.get(text);
      if (answer == null) {
        answer = pattern.matches(text);
        makeRoom(answers, MAX_TEXTS);
        answers.put(text, answer);
      }
      return answer;
    }
  }

  /** What is forgotten is worked out again. */
  private static void makeRoom(Map<String, ?> answers, int most) {
    if (answers.size() >= most) {
      answers.clear();
    }
  }

  /** How an attribute is compared. */
  public enum Predicate {
    /** The agent has it. */
    EXISTS,
    /** The agent does not have it. */
    NOT_EXISTS,
    /** It is this text; the agent must have it. */
    EQUALS,
    /** It is not this text, or the agent does not have it. */
    NOT_EQUALS,
    /** It matches; the agent must have it. */
    MATCHES,
    /** It does not match, or the agent does not have it. */
    NOT_MATCHES
  }

  /** Checks. */
  public AttributeConstraint {
    Texts.check("subject", subject, MAX_SUBJECT);
    if (subject.startsWith("@") && !OTHER_SUBJECTS.contains(subject)) {
      throw new IllegalArgumentException(
          "subject: is '"
              + subject
              + "', but must be the name of an attribute, or one of "
              + String.join(", ", OTHER_SUBJECTS));
    }
    Objects.requireNonNull(predicate, "predicate: is missing");
    boolean compares = predicate != Predicate.EXISTS && predicate != Predicate.NOT_EXISTS;
    if (compares == (value == null)) {
      throw new IllegalArgumentException(
          "value: is "
              + (compares ? "missing" : "given")
              + ", but "
              + predicate
              + (compares ? " needs one" : " takes none"));
    }
    Texts.checkOptional("value", value, MAX_VALUE);
    if (value != null && isPattern(predicate)) {
      checkCounts(value);
      checkSize(compile(value));
    }
  }

  private static boolean isPattern(Predicate predicate) {
    return predicate == Predicate.MATCHES || predicate == Predicate.NOT_MATCHES;
  }

  private static void checkSize(Pattern pattern) {
    if (pattern.programSize() > MAX_PROGRAM) {
      throw new IllegalArgumentException(
          "value: is '"
              + pattern.pattern()
              + "', of "
              + pattern.programSize()
              + " instructions when compiled, but may have "
              + MAX_PROGRAM);
    }
  }

  /**
   * Refuses what would become very large when compiled, before it is: counts of groups multiply. A
   * count that follows an empty quotation is that of whatever is before it.
   */
  private static void checkCounts(String regex) {
    long sum = regex.length();
    long product = 1;
    Matcher counts = COUNTS.matcher(regex);
    while (counts.find() && product <= MAX_COUNTS) {
      long count = 1 + Math.max(number(counts.group(2)), number(counts.group(3)));
      if (counts.group(1) == null) {
        sum += count;
      } else {
        product *= count;
      }
    }
    if (sum * product > MAX_COUNTS) {
      throw new IllegalArgumentException(
          "value: is '"
              + regex
              + "', but its counts, multiplied where one is inside another, may come to "
              + MAX_COUNTS);
    }
  }

  private static long number(@Nullable String digits) {
    if (digits == null || digits.isEmpty()) {
      return 0;
    }
    return digits.length() > 4 ? MAX_COUNTS : Long.parseLong(digits);
  }

  private static Pattern compile(String regex) {
    try {
      return Pattern.compile(regex);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "value: is '" + regex + "', but must be a regular expression: " + e.getMessage(), e);
    }
  }

  /**
   * Whether an agent with this value holds up to it.
   *
   * @param found the attribute's value, or null when the agent does not have it
   */
  public boolean holds(@Nullable Value found) {
    return switch (predicate) {
      case EXISTS -> found != null;
      case NOT_EXISTS -> found == null;
      case EQUALS -> found != null && (!(found instanceof Text(String text)) || text.equals(value));
      case NOT_EQUALS -> !(found instanceof Text(String text)) || !text.equals(value);
      case MATCHES -> found != null && (!(found instanceof Text(String text)) || matches(text));
      case NOT_MATCHES -> !(found instanceof Text(String text)) || !matches(text);
    };
  }

  private boolean matches(String text) {
    String regex = Objects.requireNonNull(value);
    Known known = KNOWN.get(regex);
    if (known == null) {
      known = new Known(compile(regex), new ConcurrentHashMap<>());
      makeRoom(KNOWN, MAX_PATTERNS);
      KNOWN.put(regex, known);
    }
    return known.matches(text);
  }
}
