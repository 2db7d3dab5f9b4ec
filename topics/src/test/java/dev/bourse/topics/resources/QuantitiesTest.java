package dev.bourse.topics.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantitiesTest {

  @ParameterizedTest(name = "{0} reads as {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "cpus:10;mem:1024;ports:3       | cpus:10;mem:1024;ports:3",
        "' mem : 1024 ; cpus : 10 ;'    | cpus:10;mem:1024",
        "c p us:10                      | c p us:10",
        "cpus:0                         | cpus:0",
        "cpus:1.5015                    | cpus:1.502",
        "''                             | ''"
      })
  void shouldParse(String text, String canonical) {
    Quantities quantities = Quantities.parse(text);
    assertThat(quantities).hasToString(canonical);
    assertThat(Quantities.parse(canonical)).isEqualTo(quantities);
  }

  @ParameterizedTest(name = "''{0}'' is refused")
  @ValueSource(
      strings = {
        "cpus",
        "cpus:",
        ":1",
        "cpus:1:2",
        "cpus:-1",
        "cpus:[1-2]",
        "cpus:{a}",
        "cpus:inf",
        "cpus:nan",
        "cpus:1;cpus:2",
        "cpus:0.0001",
        "cp(us):1"
      })
  void shouldRefuse(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Quantities.parse(text))
        .withMessageStartingWith("quantity")
        .withMessageContaining("but must be");
  }

  @Test
  void shouldCountEveryKind() {
    Resources resources =
        Resources.parse("cpus:1.5;cpus(a):2;ports:[1-10];ports(a):[20-24];disks:{a,b,c}");
    assertThat(resources.quantities()).hasToString("cpus:3.5;disks:3;ports:15");
    assertThat(Resources.EMPTY.quantities()).isEqualTo(Quantities.EMPTY);
  }

  @ParameterizedTest(name = "{0} contains {1}: {2}")
  @CsvSource({
    "'', '', true",
    "'', cpus:1, false",
    "cpus:1, '', true",
    "cpus:2, cpus:1, true",
    "cpus:0.5, cpus:1, false",
    "ports:[1-3], ports:2, true",
    "ports:[1-1], ports:2, false",
    "'features:{a,b}', features:2, true",
    "features:{a}, features:2, false",
    "'cpus:3;ports:[1-3];features:{a,b,c};mem:10', cpus:3;ports:3;features:3, true",
    "'cpus:3;ports:[1-3]', cpus:3;ports:3;features:3, false",
    "cpus(role1):2, cpus:3, false",
    "cpus(role1):2;cpus:1, cpus:3, true",
    "ports(role):[1-10];ports:[20-25], ports:12, true",
    "cpus:1, mem:0, true"
  })
  void shouldContainQuantities(String resources, String quantities, boolean contained) {
    assertThat(Resources.parse(resources).contains(Quantities.parse(quantities)))
        .isEqualTo(contained);
  }

  @ParameterizedTest(name = "{0} is within {1}: {2}")
  @CsvSource({
    "cpus:2, '', true",
    "cpus:2, cpus:2, true",
    "cpus:2, cpus:1, false",
    "cpus:2, mem:1, true",
    "cpus:2, cpus:0, false",
    "'', cpus:0, true"
  })
  void shouldBeWithinLimits(String amounts, String limits, boolean within) {
    assertThat(Quantities.parse(amounts).isWithin(Quantities.parse(limits))).isEqualTo(within);
  }

  @ParameterizedTest(name = "{0} - {1} = {2}")
  @CsvSource({
    "cpus:3;mem:5, cpus:1, cpus:2;mem:5",
    "cpus:3, cpus:3, cpus:0",
    "cpus:3, cpus:5, cpus:0",
    "cpus:3, mem:5, cpus:3",
    "'', mem:5, ''"
  })
  void shouldSubtractDownToZero(String left, String right, String rest) {
    assertThat(Quantities.parse(left).minus(Quantities.parse(right))).hasToString(rest);
  }

  @Test
  void shouldAdd() {
    assertThat(Quantities.parse("b:1;c:2").plus(Quantities.parse("a:1;c:0.5")))
        .hasToString("a:1;b:1;c:2.5");
  }

  @Test
  void shouldTellZeroFromAbsent() {
    Quantities quantities = Quantities.parse("a:0;b:1");
    assertThat(quantities.has("a")).isTrue();
    assertThat(quantities.has("c")).isFalse();
    assertThat(quantities.get("a")).isZero();
    assertThat(quantities.get("b")).isEqualTo(1000);
    assertThat(quantities.get("c")).isZero();
    assertThat(quantities.names()).containsExactly("a", "b");
    assertThat(quantities.withoutZeros()).isEqualTo(Quantities.of("b", 1000));
    assertThat(quantities.isEmpty()).isFalse();
    assertThat(Quantities.EMPTY.isEmpty()).isTrue();
  }

  @ParameterizedTest(name = "{0} and {1} compare as {2}")
  @CsvSource({
    "'', '', 0",
    "'', a:1, -1",
    "a:1, a:1, 0",
    "a:1, a:2, -1",
    "a:2, b:1, -1",
    "a:1;b:1, a:1, 1",
    "a:1;b:1, a:1;c:1, -1"
  })
  void shouldCompare(String left, String right, int order) {
    Quantities a = Quantities.parse(left);
    Quantities b = Quantities.parse(right);
    assertThat(Integer.signum(a.compareTo(b))).isEqualTo(order);
    assertThat(Integer.signum(b.compareTo(a))).isEqualTo(-order);
  }

  @Test
  void shouldCopyWhatItIsGiven() {
    SortedMap<String, Long> amounts = new TreeMap<>();
    Quantities quantities = new Quantities(amounts);
    amounts.put("cpus", 1L);
    assertThat(quantities.isEmpty()).isTrue();
  }

  @Test
  void shouldRefuseWhatIsTooMuch() {
    Quantities most = Quantities.of("cpus", Decimals.MAX_THOUSANDTHS);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> most.plus(Quantities.of("cpus", 1)))
        .withMessageContaining("quantity cpus")
        .withMessageContaining("at most 1000000000000000");
    assertThatIllegalArgumentException().isThrownBy(() -> Quantities.of("cpus", Long.MAX_VALUE));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Quantities.of("cpus", -500))
        .withMessageContaining("'-0.5'");
  }
}
