package dev.bourse.topics.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.bourse.topics.framework.AttributeConstraint.Predicate;
import dev.bourse.topics.resources.Value;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

class AttributeConstraintTest {

  @ParameterizedTest(name = "{0} {1} of {2}: {3}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        // an attribute that is not there
        "EXISTS      | -   | -    | false",
        "NOT_EXISTS  | -   | -    | true",
        "EQUALS      | r1  | -    | false",
        "NOT_EQUALS  | r1  | -    | true",
        "MATCHES     | r.* | -    | false",
        "NOT_MATCHES | r.* | -    | true",
        // a text
        "EXISTS      | -   | r1   | true",
        "NOT_EXISTS  | -   | r1   | false",
        "EQUALS      | r1  | r1   | true",
        "EQUALS      | r1  | r12  | false",
        "EQUALS      | r1  | R1   | false",
        "EQUALS      | r.  | r1   | false",
        "NOT_EQUALS  | r1  | r1   | false",
        "NOT_EQUALS  | r1  | r2   | true",
        "MATCHES     | r.  | r1   | true",
        "NOT_MATCHES | r.  | r1   | false",
        "NOT_MATCHES | r.  | s1   | true",
        // the whole of it
        "MATCHES     | r   | r1   | false",
        "MATCHES     | 1   | r1   | false",
        "NOT_MATCHES | r   | r1   | true",
        "MATCHES     | (r)+ | r1  | false",
        // a number, ranges and items cannot be compared
        "EXISTS      | -   | 4    | true",
        "NOT_EXISTS  | -   | 4    | false",
        "EQUALS      | 5   | 4    | true",
        "NOT_EQUALS  | 4   | 4    | true",
        "MATCHES     | x   | 4    | true",
        "NOT_MATCHES | .*  | 4    | true",
        "EQUALS      | x   | [1-2] | true",
        "NOT_MATCHES | .*  | {a,b} | true"
      })
  void shouldCompare(
      Predicate predicate, @Nullable String value, @Nullable String found, boolean holds) {
    AttributeConstraint constraint = new AttributeConstraint("rack", predicate, value);
    assertThat(constraint.holds(found == null ? null : Value.parse(found))).isEqualTo(holds);
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"EXISTS", "NOT_EXISTS"})
  void shouldNeedSomethingToCompareWith(Predicate predicate) {
    assertRefused("a", predicate, null, "value: is missing, but " + predicate + " needs one");
    assertRefused(
        "a", predicate, "x".repeat(1_025), "value: has 1025 characters, but may have 1024");
    assertThat(new AttributeConstraint("a", predicate, "").value()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"EXISTS", "NOT_EXISTS"})
  void shouldCompareExistenceWithNothing(Predicate predicate) {
    assertRefused("a", predicate, "x", "value: is given, but " + predicate + " takes none");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rack", "@hostname", "@region", "@zone", "a b", "rack@"})
  void shouldKnowItsSubjects(String subject) {
    assertThat(new AttributeConstraint(subject, Predicate.EXISTS, null).subject())
        .isEqualTo(subject);
  }

  @Test
  void shouldRefuseOtherSubjects() {
    assertRefused("", Predicate.EXISTS, null, "subject: is missing");
    assertRefused(
        "x".repeat(129), Predicate.EXISTS, null, "subject: has 129 characters, but may have 128");
    assertRefused(
        "@host",
        Predicate.EXISTS,
        null,
        "subject: is '@host', but must be the name of an attribute, or one of @hostname, @region,"
            + " @zone");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "(       | missing closing ): `(`",
        "[a      | missing closing ]: `[a`",
        "*a      | missing argument to repetition operator: `*`",
        "a{1001} | invalid repeat count: `{1001}`",
        "(?=a)   | invalid or unsupported Perl syntax: `(?=`",
        "(a)\\1  | invalid escape sequence: `\\1`"
      })
  void shouldSayWhatIsWrongWithARegularExpression(String regex, String problem) {
    for (Predicate predicate : new Predicate[] {Predicate.MATCHES, Predicate.NOT_MATCHES}) {
      assertRefused(
          "a",
          predicate,
          regex,
          "value: is '"
              + regex
              + "', but must be a regular expression: error parsing regexp: "
              + problem);
    }
    assertThatCode(() -> new AttributeConstraint("a", Predicate.EQUALS, regex))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "host-[0-9]{1,3}\\.example\\.org",
        "([0-9]{1,3}\\.){3}[0-9]{1,3}",
        "([0-9a-f]{1,4}:){7}[0-9a-f]{1,4}",
        "(a|b){10}(c|d){10}",
        "a{500}",
        "(?i)rack-(a|b)+"
      })
  void shouldTakeOrdinaryExpressions(String regex) {
    assertThat(new AttributeConstraint("a", Predicate.MATCHES, regex).value()).isEqualTo(regex);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(((a{1000}){1000}){1000})",
        "(?:(?:a{1000}){1000,}){2,1000}",
        "a{1000}\\Q\\E{1000}\\Q\\E{1000}",
        "a{1000}(?i){1000}(?i){1000}",
        "((((((((a{10}){10}){10}){10}){10}){10}){10}){10})",
        "(a){99999999999999999999}"
      })
  void shouldRefuseWhatWouldBecomeVeryLarge(String regex) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AttributeConstraint("a", Predicate.MATCHES, regex))
        .withMessage(
            "value: is '"
                + regex
                + "', but its counts, multiplied where one is inside another, may come to 10000");
  }

  @Test
  void shouldRefuseWhatIsTooLargeWhenCompiled() {
    assertRefused(
        "a",
        Predicate.MATCHES,
        "a{1000}b{1000}",
        "value: is 'a{1000}b{1000}', of 2002 instructions when compiled, but may have 1000");
  }

  @Test
  @Timeout(value = 20, unit = TimeUnit.SECONDS)
  void shouldMatchInTimeThatGrowsWithTheText() {
    AttributeConstraint constraint = new AttributeConstraint("a", Predicate.MATCHES, "(a*)*b");
    assertThat(constraint.holds(Value.parse("a".repeat(1_000)))).isFalse();
  }

  private static void assertRefused(
      String subject, Predicate predicate, @Nullable String value, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AttributeConstraint(subject, predicate, value))
        .withMessage(message);
  }
}
