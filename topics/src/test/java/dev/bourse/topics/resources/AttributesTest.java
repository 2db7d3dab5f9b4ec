package dev.bourse.topics.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttributesTest {

  @Test
  void shouldKeepTheOrderAndFindTheFirst() {
    Attributes attributes = Attributes.parse("rack:r1\n os : Debian 12 ;rack:r2; temp:-5;");
    assertThat(attributes).hasToString("rack:r1;os:Debian 12;rack:r2;temp:-5");
    assertThat(attributes.get("rack")).isEqualTo(new Text("r1"));
    assertThat(attributes.entries()).hasSize(4).isUnmodifiable();
    assertThat(Attributes.of(attributes.entries())).isEqualTo(attributes);
    assertThat(attributes.isEmpty()).isFalse();
    assertThat(Attributes.EMPTY.isEmpty()).isTrue();
    assertThat(Attributes.EMPTY).hasToString("");
  }

  @Test
  void shouldIgnoreTheOrderOfDifferentNames() {
    Attributes attributes = Attributes.parse("a:1;b:2;b:3");
    assertThat(attributes)
        .isEqualTo(Attributes.parse("b:2;a:1;b:3"))
        .hasSameHashCodeAs(Attributes.parse("b:2;b:3;a:1"))
        .isNotEqualTo(Attributes.parse("a:1;b:3;b:2"))
        .isNotEqualTo("a:1;b:2;b:3");
  }

  @ParameterizedTest(name = "''{0}'' is refused")
  @ValueSource(strings = {"rack", ":r1", "rack:", "rack: ", "a(b):c", "a:b[", "a:{x}y", "a:1e99"})
  void shouldRefuse(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Attributes.parse(text))
        .withMessageStartingWith("attribute")
        .withMessageContaining("but must be");
  }

  @Test
  void shouldCheckNames() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Attribute("a:b", new Scalar(0)));
    assertThat(new Attribute("a", new Items(List.of("x")))).hasToString("a:{x}");
  }
}
