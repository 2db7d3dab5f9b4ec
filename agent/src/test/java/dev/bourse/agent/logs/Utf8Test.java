package dev.bourse.agent.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Utf8Test {

  @ParameterizedTest
  @CsvSource({
    "'',0",
    "61,1",
    "61c3,1",
    "61c3a4,3",
    "61e282,1",
    "61e2,1",
    "61e282ac,4",
    "61f09f98,1",
    "61f09f9880,5",
    "ff,0",
    "808080,3",
    "80808080,4",
    "6180808080,5",
  })
  void shouldCutBetweenCharacters(String hex, int whole) {
    assertThat(Utf8.wholeCharacters(ByteBuffer.wrap(HexFormat.of().parseHex(hex))))
        .isEqualTo(whole);
  }
}
