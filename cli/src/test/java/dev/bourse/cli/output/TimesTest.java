package dev.bourse.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  private final Times times = new Times(Clock.fixed(NOW, ZoneOffset.UTC));

  @ParameterizedTest
  @CsvSource({"PT0S,0s ago", "PT59.9S,59s ago", "PT60S,1m ago", "PT59M,59m ago", "PT25H,1d ago"})
  void shouldSayHowLongAgo(Duration age, String expected) {
    assertThat(times.ago(TextNode.valueOf(NOW.minus(age).toString()))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "PT0.02S,0.0s",
    "PT9.99S,9.9s",
    "PT10S,10s",
    "PT61S,1m1s",
    "PT1H2M,1h2m",
    "PT49H,2d1h"
  })
  void shouldSayHowLong(Duration span, String expected) {
    assertThat(Times.span(span)).isEqualTo(expected);
  }

  @Test
  void shouldCountWhatRunsUpToNow() {
    assertThat(times.between(TextNode.valueOf("2026-11-22T11:59:57Z"), MissingNode.getInstance()))
        .isEqualTo("3.0s");
  }

  @Test
  void shouldSayNothingOfWhatIsNotThere() {
    assertThat(times.ago(MissingNode.getInstance())).isEmpty();
    assertThat(times.ago(TextNode.valueOf("yesterday"))).isEmpty();
    assertThat(times.between(MissingNode.getInstance(), MissingNode.getInstance())).isEmpty();
  }
}
