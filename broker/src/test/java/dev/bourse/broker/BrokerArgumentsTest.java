package dev.bourse.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokerArgumentsTest {

  @Test
  void shouldTakeAFreePortByDefault() {
    assertThat(BrokerArguments.parse("--dir", "/tmp/x"))
        .isEqualTo(new BrokerArguments(Path.of("/tmp/x"), 0, false));
  }

  @Test
  void shouldReadEveryArgument() {
    assertThat(BrokerArguments.parse("--follow-stdin", "--port", "9092", "--dir", "/tmp/x"))
        .isEqualTo(new BrokerArguments(Path.of("/tmp/x"), 9092, true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "65536", "http", ""})
  void shouldRejectWhatIsNoPort(String port) {
    assertThatThrownBy(() -> BrokerArguments.parse("--dir", "/tmp/x", "--port", port))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not a port");
  }

  @Test
  void shouldNameWhatIsWrong() {
    assertThatThrownBy(() -> BrokerArguments.parse()).hasMessage("--dir is missing");
    assertThatThrownBy(() -> BrokerArguments.parse("--dir")).hasMessage("no value after --dir");
    assertThatThrownBy(() -> BrokerArguments.parse("--oops"))
        .hasMessage("unknown argument: --oops");
  }
}
