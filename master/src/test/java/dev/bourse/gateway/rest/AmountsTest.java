package dev.bourse.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.topics.resources.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "cpus:0.5;memory:256      | {'cpus':0.5,'memory':'256Mi'}",
        "cpus:20;disk:2048        | {'cpus':20,'disk':'2Gi'}",
        "ports:[1-5,7-7]          | {'ports':'[1-5,7-7]'}",
        "cpus(eng):1              | {'cpus(eng)':1}",
        "memory(eng,+eng/x@al{a=b}):1024 | {'memory(eng,+eng/x@al{a=b})':'1Gi'}"
      })
  void shouldShowResources(String resources, String expected) {
    assertThat(Amounts.of(Resources.parse(resources)).toString().replace('"', '\''))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "cpus:4;memory:1024 | cpus:0.5            | {'cpus':3.5,'memory':'1Gi'}",
        "cpus:1             | cpus:2;memory:1     | {'cpus':0}",
        "ports:[1-5]        | ports:[2-3]         | {'ports':'[1-1,4-5]'}",
        "cpus:1;cpus(+a):2;cpus(+a@b):3 | cpus(+a@b):1 | {'cpus':1,'cpus(+a)':2,'cpus(+a@b)':2}"
      })
  void shouldShowWhatIsLeft(String all, String used, String expected) {
    assertThat(
            Amounts.left(Resources.parse(all), Resources.parse(used)).toString().replace('"', '\''))
        .isEqualTo(expected);
  }
}
