package dev.bourse.topics.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ValueTest {

  @Test
  void shouldNotDoArithmeticWithTexts() {
    Text text = new Text("x");
    Scalar one = new Scalar(1000);
    assertThat(text.contains(new Text("x"))).isTrue();
    assertThat(text.contains(one)).isFalse();
    assertThat(text.isEmpty()).isFalse();
    assertThatThrownBy(() -> text.plus(text)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> text.minus(text)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> text.cut(1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(text::thousandths).isInstanceOf(IllegalArgumentException.class);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> one.plus(text))
        .withMessage("text: is 'x', but must be scalar like 1");
  }

  @Test
  void shouldRefuseTextsThatWouldNotReadBack() {
    for (String text :
        List.of("", " a", "a ", "5", "a;b", "a\nb", "[", "a{", "(", "x".repeat(1025))) {
      assertThatIllegalArgumentException().as(text).isThrownBy(() -> new Text(text));
    }
  }

  @Test
  void shouldDoArithmeticOfOneKind() {
    List<Value> values = List.of(Value.parse("1"), Value.parse("[1-2]"), Value.parse("{a}"));
    for (Value left : values) {
      for (Value right : values) {
        if (!left.equals(right)) {
          assertThatIllegalArgumentException().isThrownBy(() -> left.plus(right));
          assertThatIllegalArgumentException().isThrownBy(() -> left.minus(right));
        }
      }
    }
    assertThat(Value.parse("1").minus(Value.parse("3"))).hasToString("-2");
    assertThat(Value.parse("1").cut(-5)).isEqualTo(new Scalar(0));
    assertThat(Value.parse("{a}").cut(-5)).hasToString("{}");
    assertThat(Value.parse("[1-2]").cut(-5)).hasToString("[]");
    assertThatIllegalArgumentException().isThrownBy(() -> new Scalar(Long.MIN_VALUE));
  }

  @Test
  void shouldKeepItemsAsASet() {
    assertThat(new Items(List.of("b", "a", "b"))).hasToString("{a,b}");
    assertThat(Value.parse("{sda1,sda2,sda3}").minus(Value.parse("{sda2,sda3}")))
        .hasToString("{sda1}");
    assertThat(Value.parse("{sda4}").minus(Value.parse("{sda1}"))).hasToString("{sda4}");
    assertThatIllegalArgumentException().isThrownBy(() -> new Items(List.of("a", "")));
  }

  @Test
  void shouldOrderRanges() {
    assertThat(new Range(1, 2)).isLessThan(new Range(1, 3)).isLessThan(new Range(2, 2));
    assertThat(new Range(3, 5).size()).isEqualTo(3);
    assertThatIllegalArgumentException().isThrownBy(() -> new Range(-1, 2));
    assertThatIllegalArgumentException().isThrownBy(() -> new Range(1, Range.MAX + 1));
    Ranges all = new Ranges(List.of(new Range(0, Range.MAX)));
    assertThat(all.thousandths()).isEqualTo(Decimals.MAX_THOUSANDTHS);
  }
}
