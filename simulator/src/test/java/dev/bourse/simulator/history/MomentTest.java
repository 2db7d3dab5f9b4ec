package dev.bourse.simulator.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MomentTest {

  @Test
  void shouldReadEveryForm() {
    assertThat(Moment.parse("12")).isEqualTo(new Moment.Step(12));
    assertThat(Moment.parse("0:7")).isEqualTo(new Moment.InputTaken("submissions", 0, 7));
    assertThat(Moment.parse("status/2:7")).isEqualTo(new Moment.InputTaken("status", 2, 7));
    assertThat(Moment.parse("1970-01-01T00:00:01Z")).isEqualTo(new Moment.Time(1_000));
    assertThat(Moment.parse("1970-01-01T01:00:01+01:00")).isEqualTo(new Moment.Time(1_000));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "-1", "1:", ":1", "2026-11-23", "99999999999999999999"})
  void shouldSayWhatIsAllowed(String text) {
    assertThatThrownBy(() -> Moment.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is '" + text + "', but must be a time like");
  }
}
