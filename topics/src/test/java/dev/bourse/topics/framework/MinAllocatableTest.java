package dev.bourse.topics.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.bourse.topics.resources.Resources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MinAllocatableTest {

  @ParameterizedTest(name = "''{0}'' is met by {1}: {2}")
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '`',
      value = {
        "`` ! cpus:0.001 ! true",
        "`` ! ports:[1-2] ! true",
        "`` ! `` ! false",
        "` ` ! disk:1 ! true",
        "cpus:1 ! cpus:1 ! true",
        "cpus:1 ! cpus:0.999 ! false",
        "cpus:1 ! memory:1024 ! false",
        "cpus:1;memory:64 ! cpus:1;memory:64 ! true",
        "cpus:1;memory:64 ! cpus:8;memory:63 ! false",
        "cpus:1;memory:64|gpus:1 ! gpus:1 ! true",
        "cpus:1;memory:64|gpus:1 ! cpus:8;disk:1 ! false",
        "ports:2 ! ports:[5-6] ! true",
        "ports:2 ! ports:[5-5] ! false",
        "cpus:2 ! cpus:1;cpus(eng):1 ! true",
        "cpus:0 ! disk:1 ! true",
        "cpus:0 ! `` ! false"
      })
  void shouldBeMetByOneAlternative(String least, String resources, boolean met) {
    assertThat(MinAllocatable.parse(least).isMetBy(Resources.parse(resources))).isEqualTo(met);
  }

  @ParameterizedTest(name = "by default {0}: {1}")
  @CsvSource({"cpus:0.01, true", "memory:32, true", "cpus:0.009;memory:31;disk:1000, false"})
  void shouldHaveTheDefaultOfMesos(String resources, boolean met) {
    assertThat(MinAllocatable.DEFAULT.isMetBy(Resources.parse(resources))).isEqualTo(met);
  }

  @ParameterizedTest(name = "''{0}'': {1}")
  @CsvSource(
      delimiter = '!',
      value = {
        "cpus ! minAllocatable: quantity: is 'cpus', but must be name:number",
        "cpus:x ! minAllocatable: quantity cpus: is 'x', but must be a number",
        "cpus:1;cpus:2 ! minAllocatable: quantity cpus: is 'cpus:2', but must be the only one of this name",
        "cpus:1| ! minAllocatable: is 'cpus:1|', but no alternative may be empty",
        "| ! minAllocatable: is '|', but no alternative may be empty",
        "cpus:1||gpus:1 ! minAllocatable: is 'cpus:1||gpus:1', but no alternative may be empty"
      })
  void shouldRefuse(String text, String message) {
    assertRefused(text, message);
  }

  @Test
  void shouldBeBounded() {
    assertThat(MinAllocatable.parse("cpus:1" + "|cpus:1".repeat(15)).alternatives()).hasSize(16);
    assertRefused(
        "cpus:1" + "|cpus:1".repeat(16), "minAllocatable: has 17 alternatives, but may have 16");
    assertRefused(
        "cpus:1" + "|cpus:1".repeat(99), "minAllocatable: has 100 alternatives, but may have 16");
    assertRefused("x".repeat(1_025), "minAllocatable: has 1025 characters, but may have 1024");
  }

  private static void assertRefused(String text, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MinAllocatable.parse(text))
        .withMessage(message);
  }
}
