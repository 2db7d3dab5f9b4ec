package dev.bourse.loadtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class OptionsTest {

  @Test
  void shouldReadPairs() {
    Options options = Options.parse(new String[] {"--count", "5", "--server", "http://x"});

    assertThat(options.number("count", 1)).isEqualTo(5);
    assertThat(options.number("warm-up", 7)).isEqualTo(7);
    assertThat(options.text("server", null)).isEqualTo("http://x");
  }

  @Test
  void shouldSayWhatIsWrong() {
    Options options = Options.parse(new String[] {"--count", "many"});

    assertThatThrownBy(() -> options.number("count", 1)).hasMessageContaining("'many'");
    assertThatThrownBy(() -> options.text("server", null)).hasMessageContaining("--server");
    assertThatThrownBy(() -> Options.parse(new String[] {"--count"}))
        .hasMessageContaining("--count");
    assertThatThrownBy(() -> Options.parse(new String[] {"a", "b"})).hasMessageContaining("'a'");
  }

  @Test
  void shouldReadSwitches() {
    Options options = Options.parse(new String[] {"--short", "--seed", "3"}, "short", "check");

    assertThat(options.has("short")).isTrue();
    assertThat(options.has("check")).isFalse();
    assertThat(options.number("seed", 1)).isEqualTo(3);
  }
}
