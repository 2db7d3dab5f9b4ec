package dev.bourse.topics.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LogStreamTest {

  @ParameterizedTest
  @EnumSource
  void shouldReadBackItsText(LogStream stream) {
    assertThat(LogStream.of(stream.text())).isEqualTo(stream);
  }

  @Test
  void shouldRefuseOtherTexts() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LogStream.of("STDOUT"))
        .withMessage("stream: is 'STDOUT', but must be stdout or stderr");
  }
}
