package dev.bourse.topics.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cases 100, 103 to 108 and 112: single values. */
class ValueConformanceTest {

  @ParameterizedTest(name = "as case 100: {0} is {1}")
  @CsvSource({"-1.5015, -1.502", "-1.5014, -1.501", "-0.0005, -0.001", "-0.5, -0.5", "-0, 0"})
  void shouldRoundNegativeAttributes(String number, String rounded) {
    assertThat(Value.parse(number)).isInstanceOf(Scalar.class).hasToString(rounded);
  }

  @ParameterizedTest(name = "cases 103, 104: {0} + {1} = {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "[20000-40000]              | [30000-50000, 10000-20000] | [10000-50000]",
        "[1-4,9-10,20-22,26-30]     | [5-8,23-25]                | [1-10,20-30]",
        "[1-10, 5-30, 50-60]        | [1-65, 70-80]              | [1-65,70-80]",
        "[1-2]                      | [3-4]                      | [1-4]",
        "[7-8]                      | [5-6]                      | [5-8]",
        "[3-8]                      | [4-10]                     | [3-10]",
        "[3-8]                      | [1-4]                      | [1-8]",
        "[2-3]                      | [1-4]                      | [1-4]",
        "[3-5, 7-8]                 | [6-6]                      | [3-8]",
        "[1-1]                      | [3-3]                      | [1-1,3-3]",
        "[1-1]                      | []                         | [1-1]"
      })
  void shouldUniteRanges(String left, String right, String sum) {
    assertThat(Value.parse(left).plus(Value.parse(right))).hasToString(sum);
    assertThat(Value.parse(right).plus(Value.parse(left))).hasToString(sum);
    assertThat(ports(left).plus(ports(right))).isEqualTo(ports(sum));
  }

  @ParameterizedTest(name = "as cases 103, 104: {0} - {1} = {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "[20000-40000]        | [10000-20000, 30000-50000] | [20001-29999]",
        "[50000-60000]        | [50000-50001]              | [50002-60000]",
        "[50000-60000]        | [50000-50000]              | [50001-60000]",
        "[50000-60000]        | [50000-60000]              | []",
        "[1-10, 20-30, 40-50] | [2-9, 15-45, 48-50]        | [1-1,10-10,46-47]",
        "[1-10]               | [11-20]                    | [1-10]",
        "[]                   | [1-10]                     | []",
        "[3-8]                | []                         | [3-8]",
        "[3-8]                | [1-10]                     | []",
        "[3-8]                | [5-6]                      | [3-4,7-8]",
        "[3-8]                | [1-3]                      | [4-8]",
        "[3-8]                | [5-10]                     | [3-4]",
        "[3-8]                | [9-10]                     | [3-8]",
        "[3-8]                | [1-2]                      | [3-8]",
        "[1-3,5-7,9-11]       | [2-10]                     | [1-1,11-11]",
        "[1-20]               | [2-3,5-6,8-9]              | [1-1,4-4,7-7,10-20]"
      })
  void shouldSubtractRanges(String left, String right, String rest) {
    assertThat(Value.parse(left).minus(Value.parse(right))).hasToString(rest);
  }

  @ParameterizedTest(name = "case 108: {0} is {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "[4-6,7-8]                                         | [4-8]",
        "[4-6, 6-8, 5-9, 3-4, 2-5, 4-6, 1-1, 10-10, 4-6]   | [1-10]",
        "[6-8, 4-6]                                        | [4-8]",
        "[1-10, 8-10]                                      | [1-10]",
        "[1-4, 4-5, 7-8, 8-10]                             | [1-5,7-10]",
        "[7-8, 1-4, [8-10], 4-5]                           | [1-5,7-10]",
        "[4-6, 7-7, 8-8, 9-9]                              | [4-9]",
        "[4-6, 7-7, 9-10, 9-11]                            | [4-7,9-11]",
        "[20-30, 31-39, 40-40]                             | [20-40]",
        "[ 10000 - 20000 ,30000-50000]                     | [10000-20000,30000-50000]",
        "[1-2][3-4]                                        | [1-4]"
      })
  void shouldCoalesceRanges(String text, String canonical) {
    assertThat(Value.parse(text)).isInstanceOf(Ranges.class).hasToString(canonical);
    assertThat(ports(text)).isEqualTo(ports(canonical)).hasSameHashCodeAs(ports(canonical));
  }

  @ParameterizedTest(name = "case 112: {0} is a text")
  @CsvSource(
      delimiter = '|',
      value = {
        "inf",
        "nan",
        "-inf",
        "-nan",
        "infinity",
        "-infinity",
        "NaN",
        "123abc,s",
        "1.2.3",
        "0x10",
        "1e",
        "1e+",
        "e5",
        "-",
        "+",
        ".",
        "1_000",
        "4 5",
        "x(y)",
        "--1",
        "٣"
      })
  void shouldReadAsText(String text) {
    assertThat(Value.parse(text)).isEqualTo(new Text(text));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Resources.parse("cpus:" + text))
        .withMessageContaining("resource cpus: is '" + text + "'")
        .withMessageContaining("not a text");
  }

  @ParameterizedTest(name = "case 112: {0} is refused")
  @CsvSource(
      delimiter = '|',
      value = {
        "[1-2b]",
        "{aa,b}}",
        "[1-2]]",
        "''",
        "'   '",
        "[5-1]",
        "[1]",
        "[1-2-3]",
        "[-1-2]",
        "[1-]",
        "[a-b]",
        "x[1-2]",
        "x{a}",
        "[1-2]x",
        "{a}x",
        "{a,a}",
        "(1",
        ")1(",
        "{a(b}",
        "{a(b)}",
        "[1-1000000000000000]",
        "[1-9999999999999999999]",
        "4.9e-324",
        "1e-310",
        "2.2e-308",
        "1e16",
        "1e300",
        "1e9999999999",
        "-1e16",
        "1000000000000000.001",
        "a\u0007b",
        "a;b",
        "[1.5-2]"
      })
  void shouldRefuseAsValue(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Value.parse(text))
        .withMessageContaining("but must be");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Attributes.parse("a:b;foo:" + text.replace(';', '[')))
        .withMessageContaining("attribute");
  }

  private static Resources ports(String ranges) {
    return Resources.parse("ports:" + ranges);
  }
}
