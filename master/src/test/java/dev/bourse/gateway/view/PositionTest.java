package dev.bourse.gateway.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionTest {

  @Test
  void shouldReadWhatItWrites() {
    Position position = new Position(3, 1L << 50);

    assertThat(Position.parse(position.toString())).isEqualTo(position);
  }

  @Test
  void shouldCompareWithinAPartition() {
    Position position = new Position(1, 5);

    assertThat(position.isAtLeast(new Position(1, 5))).isTrue();
    assertThat(position.isAtLeast(new Position(1, 4))).isTrue();
    assertThat(position.isAtLeast(new Position(1, 6))).isFalse();
    assertThat(position.isAtLeast(new Position(0, 4))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "1:", ":1", "-1:0", "0:-1", "0:1:2", "0:99999999999999999999"})
  void shouldRefuseAnythingElse(String text) {
    assertThatThrownBy(() -> Position.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + text + "'");
  }
}
