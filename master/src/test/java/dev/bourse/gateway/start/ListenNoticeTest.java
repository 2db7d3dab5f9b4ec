package dev.bourse.gateway.start;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListenNoticeTest {

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1,true",
    "127.1.2.3,true",
    "::1,true",
    "localhost,true",
    "0.0.0.0,false",
    "::,false",
    "10.0.0.1,false"
  })
  void shouldKnowLoopback(String host, boolean loopback) {
    assertThat(ListenNotice.isLoopback(host)).isEqualTo(loopback);
  }
}
