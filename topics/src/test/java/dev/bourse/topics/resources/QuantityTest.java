package dev.bourse.topics.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {

  @ParameterizedTest(name = "{0} is {1} thousandths")
  @CsvSource({
    "0.5, 500",
    "500m, 500",
    "2, 2000",
    "' 2 ', 2000",
    "0, 0",
    "0m, 0",
    "1.5015, 1502",
    "1.5m, 2",
    "0.5m, 1",
    ".5, 500",
    "1000000000000000, 1000000000000000000"
  })
  void shouldReadNumbers(String text, long thousandths) {
    assertThat(Quantity.number(text)).isEqualTo(thousandths);
  }

  @ParameterizedTest(name = "''{0}'' is no number")
  @ValueSource(
      strings = {
        "",
        "m",
        "-1",
        "+1",
        "1e3",
        "1k",
        "1 m",
        "five",
        "0.0004",
        "0.4m",
        "1.2.3",
        "1000000000000001",
        "99999999999999999999999999999999999999999999999999999999999999999999",
        "NaN",
        "1mm",
        "٣"
      })
  void shouldRefuseNumbers(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Quantity.number(text))
        .withMessageStartingWith("quantity: is '" + text.substring(0, Math.min(60, text.length())))
        .withMessageContaining("must be a number like 2, 0.5 or 500m");
  }

  @ParameterizedTest(name = "{0} is {1} thousandths of a MiB")
  @CsvSource({
    "256Mi, 256000",
    "256, 256000",
    "1Gi, 1024000",
    "1.5Gi, 1536000",
    "512Ki, 500",
    "1Ki, 1",
    "1G, 953674",
    "1M, 954",
    "1000k, 954",
    "1000K, 954",
    "1048576B, 1000",
    "525B, 1",
    "1T, 953674316",
    "1P, 953674316406",
    "2Ti, 2097152000",
    "1Pi, 1073741824000",
    "0, 0",
    "0B, 0",
    "' 1 Gi', -1",
    "1000000000000000Mi, 1000000000000000000"
  })
  void shouldReadSizes(String text, long thousandths) {
    if (thousandths < 0) {
      assertThatIllegalArgumentException().isThrownBy(() -> Quantity.mebibytes(text));
    } else {
      assertThat(Quantity.mebibytes(text)).isEqualTo(thousandths);
    }
  }

  @ParameterizedTest(name = "''{0}'' is no size")
  @ValueSource(
      strings = {
        "",
        "Mi",
        "-1Mi",
        "1MB",
        "1mi",
        "1E",
        "1Ei",
        "1Mi1",
        "524B",
        "1B",
        "1000000001Pi",
        "x",
        "1e3Mi",
        "10000000000000000000000000000000P"
      })
  void shouldRefuseSizes(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Quantity.mebibytes(text))
        .withMessageStartingWith("quantity: is '" + text + "', but must be a number with one of B");
  }

  @ParameterizedTest(name = "{0} is written {1}")
  @CsvSource({
    "0, 0Mi",
    "256000, 256Mi",
    "1024000, 1Gi",
    "1536000, 1536Mi",
    "500, 0.5Mi",
    "953674, 953.674Mi",
    "1048576000, 1Ti",
    "1073741824000, 1Pi",
    "1099511627776000, 1024Pi"
  })
  void shouldWriteSizes(long thousandths, String text) {
    assertThat(Quantity.formatMebibytes(thousandths)).isEqualTo(text);
    assertThat(Quantity.mebibytes(text)).isEqualTo(thousandths);
  }

  @ParameterizedTest(name = "{0} is {1} ms")
  @CsvSource({
    "90s, 90000",
    "1h30m, 5400000",
    "250ms, 250",
    "2d, 172800000",
    "PT1M30S, 90000",
    "P1DT2H, 93600000",
    "PT0.25S, 250",
    "1w2d3h4m5s6ms, 788645006",
    "1.5h, 5400000",
    "0.001s, 1",
    "0, 0",
    "0s, 0",
    "' 5s ', 5000",
    "90m, 5400000",
    "36500d, 3153600000000"
  })
  void shouldReadDurations(String text, long millis) {
    assertThat(Quantity.duration(text)).isEqualTo(millis);
  }

  @ParameterizedTest(name = "''{0}'' is no duration")
  @ValueSource(
      strings = {
        "",
        " ",
        "90",
        "s",
        "-5s",
        "+5s",
        "1s1m",
        "1s1s",
        "1m30",
        "5x",
        "5S",
        "1e3s",
        "0.5ms",
        "0.0001s",
        "36501d",
        "99999999999999999999w",
        "PT",
        "P",
        "PT-5S",
        "PT0.0001S",
        "PXYZ",
        "PT9999999999999999H",
        "P106751991168D",
        "1h 30m",
        "ms5",
        "1..5s",
        "0000000000000000000000000000000000000000000000000000000000000001s"
      })
  void shouldRefuseDurations(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Quantity.duration(text))
        .withMessageStartingWith("duration: is '" + text.substring(0, Math.min(60, text.length())))
        .withMessageContaining("must be a duration like 90s");
  }

  @ParameterizedTest(name = "{0} ms is written {1}")
  @CsvSource({
    "0, 0s",
    "90000, 1m30s",
    "5400000, 1h30m",
    "250, 250ms",
    "172800000, 2d",
    "604800000, 7d",
    "788645006, 9d3h4m5s6ms",
    "3153600000000, 36500d"
  })
  void shouldWriteDurations(long millis, String text) {
    assertThat(Quantity.formatDuration(millis)).isEqualTo(text);
    assertThat(Quantity.duration(text)).isEqualTo(millis);
  }

  @ParameterizedTest(name = "{0} cannot be written")
  @ValueSource(longs = {-1, Quantity.MAX_DURATION_MILLIS + 1, Long.MIN_VALUE, Long.MAX_VALUE})
  void shouldRefuseToWriteDurations(long millis) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Quantity.formatDuration(millis))
        .withMessageContaining("from 0 to 36500d");
  }

  @ParameterizedTest(name = "{0} cannot be written")
  @ValueSource(longs = {-1, -1000, Long.MIN_VALUE})
  void shouldRefuseToWriteSizes(long thousandths) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Quantity.formatMebibytes(thousandths))
        .withMessageContaining("zero or more");
  }
}
