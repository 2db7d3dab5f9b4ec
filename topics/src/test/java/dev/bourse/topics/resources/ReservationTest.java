package dev.bourse.topics.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.bourse.topics.resources.Reservation.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReservationTest {

  private static final Resources FAMILY =
      Resources.parse("cpus:1;cpus(a):2;cpus(a,+a/b):4;cpus(+a@x):8;mem(+a/b/c):16");

  @Test
  void shouldReadAndWrite() {
    Reservation reservation = Reservation.parse("+eng/backend@alice{tier=1&team=x}");
    assertThat(reservation.type()).isEqualTo(Type.DYNAMIC);
    assertThat(reservation.isDynamic()).isTrue();
    assertThat(reservation.role()).isEqualTo("eng/backend");
    assertThat(reservation.principal()).isEqualTo("alice");
    assertThat(reservation.labels()).isUnmodifiable().containsEntry("team", "x").hasSize(2);
    assertThat(reservation).hasToString("+eng/backend@alice{team=x&tier=1}");
    assertThat(Reservation.parse("eng")).isEqualTo(Reservation.ofStatic("eng"));
    assertThat(Reservation.parse("+eng")).isEqualTo(Reservation.ofDynamic("eng", null));
  }

  @ParameterizedTest(name = "{0} stands before {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "a             | b",
        "+a            | b",
        "a             | +a",
        "+a            | +a@x",
        "+a@x          | +a@y",
        "+a            | +a{k=v}",
        "+a{z=z}       | +a@x",
        "+a{k=v}       | +a{k=w}",
        "+a{k=v}       | +a{k=v&l=w}"
      })
  void shouldHaveATotalOrder(String first, String second) {
    Reservation left = Reservation.parse(first);
    Reservation right = Reservation.parse(second);
    assertThat(left).isLessThan(right).isNotEqualTo(right);
    assertThat(right).isGreaterThan(left);
    assertThat(Reservation.parse(first)).isEqualByComparingTo(left).isEqualTo(left);
  }

  @Test
  void shouldOrderLabelsByKeyWhateverTheyComeIn() {
    SortedMap<String, String> backwards = new TreeMap<>(Comparator.reverseOrder());
    backwards.put("a", "1");
    backwards.put("b", "2");
    Reservation reservation = new Reservation(Type.DYNAMIC, "r", null, backwards);
    backwards.clear();
    assertThat(reservation).hasToString("+r{a=1&b=2}");
  }

  @Test
  void shouldLetOnlyDynamicOnesHaveAPrincipalAndLabels() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Reservation(Type.STATIC, "a", "x", labels(0)))
        .withMessage(
            "reservation principal: is 'x', but must be absent: only a dynamic reservation has"
                + " one");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Reservation(Type.STATIC, "a", null, labels(1)))
        .withMessage(
            "reservation labels: is 'k0=v', but must be absent: only a dynamic reservation has"
                + " labels");
  }

  @Test
  void shouldBoundItsParts() {
    SortedMap<String, String> most = labels(Reservation.MAX_LABELS);
    assertThat(new Reservation(Type.DYNAMIC, "a", "x".repeat(255), most).labels()).hasSize(16);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Reservation(Type.DYNAMIC, "a", null, labels(17)))
        .withMessageStartingWith("reservation labels: is 'k0=v&")
        .withMessageEndingWith("but must be at most 16");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Reservation.ofDynamic("a", "x".repeat(256)))
        .withMessageContaining("reservation principal: is 'xxx")
        .withMessageContaining("1 to 255 characters");
    assertRefusedLabel("k".repeat(129), "v", "reservation label: is 'kkk", "1 to 128 characters");
    assertRefusedLabel("k", "v".repeat(257), "reservation label k: is 'vvv", "1 to 256 characters");
  }

  @ParameterizedTest(name = "''{0}'' is refused in principals, keys and values")
  @CsvSource(
      delimiter = '|',
      value = {"a;b", "a,b", "a(b", "a)b", "a{b", "a}b", "' a'", "'a '", "''", "a\u0000b"})
  void shouldRefuseWhatWouldNotReadBack(String text) {
    String is = "'" + text + "', but must be ";
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Reservation.ofDynamic("a", text))
        .withMessageContaining("reservation principal: is " + is);
    assertRefusedLabel(text, "v", "reservation label: is ", is);
    assertRefusedLabel("k", text, "reservation label k: is ", is);
  }

  @Test
  void shouldRefuseWhatPartsLabels() {
    assertRefusedLabel("a&b", "v", "reservation label: is 'a&b'", "but must be");
    assertRefusedLabel("a=b", "v", "reservation label: is 'a=b'", "but must be");
    assertRefusedLabel("k", "a&b", "reservation label k: is 'a&b'", "but must be");
  }

  @Test
  void shouldBoundTheStack() {
    List<Reservation> stack = new ArrayList<>();
    StringBuilder role = new StringBuilder("r");
    for (int i = 0; i < ReservationStack.MAX_DEPTH; i++) {
      stack.add(Reservation.ofDynamic(role.toString(), null));
      role.append("/r");
    }
    Resources deepest = Resources.of(new Resource("cpus", stack, new Scalar(1)));
    stack.clear();
    assertThat(deepest.entries().getFirst().reservations()).hasSize(16).isUnmodifiable();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> deepest.pushReservation(Reservation.ofDynamic(role.toString(), null)))
        .withMessageStartingWith("resource cpus reservation: is '+r,+r/r,")
        .withMessageEndingWith("but must be at most 16 deep");
  }

  @Test
  void shouldOrderStacks() {
    List<String> ordered =
        List.of("", "a", "+a", "+a{k=v}", "+a@x", "+a,+a/b", "+a,+a/c,+a/c/d", "b");
    assertThat(sortedBackwards(ordered)).isEqualTo(ordered);
    // All for a/b in the end: then the outermost decides.
    List<String> alike = List.of("a,+a/b", "+a,+a/b", "+a{k=v},+a/b", "a/b", "+a/b");
    assertThat(sortedBackwards(alike)).isEqualTo(alike);
  }

  private static List<String> sortedBackwards(List<String> texts) {
    return texts.reversed().stream()
        .map(text -> ReservationParser.stack(text.isEmpty() ? "*" : text))
        .sorted(ReservationStack::compare)
        .map(ReservationStack::text)
        .toList();
  }

  @Test
  void shouldFilter() {
    assertThat(FAMILY.unreserved()).hasToString("cpus:1");
    assertThat(FAMILY.reserved()).isEqualTo(FAMILY.minus(FAMILY.unreserved()));
    assertThat(FAMILY.reservedFor("a")).hasToString("cpus(a):2;cpus(+a@x):8");
    assertThat(FAMILY.reservedFor("a/b")).hasToString("cpus(a,+a/b):4");
    assertThat(FAMILY.reservedFor("a/b/c")).hasToString("mem(+a/b/c):16");
    assertThat(FAMILY.reservedDynamically())
        .hasToString("cpus(+a@x):8;cpus(a,+a/b):4;mem(+a/b/c):16");
    assertThat(FAMILY.flattened()).hasToString("cpus:15;mem:16");
    assertThat(FAMILY.quantities()).hasToString("cpus:15;mem:16");
    assertThat(FAMILY.entries().getLast().reservedFor()).isEqualTo("a/b/c");
    assertThat(FAMILY.entries().getFirst().reservedFor()).isNull();
  }

  @ParameterizedTest(name = "{0} may use {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "* | cpus:1",
        "b | cpus:1",
        "a | cpus:1;cpus(a):2;cpus(+a@x):8",
        "a/b | cpus:1;cpus(a):2;cpus(+a@x):8;cpus(a,+a/b):4",
        "a/b/d | cpus:1;cpus(a):2;cpus(+a@x):8;cpus(a,+a/b):4",
        "a/b/c | cpus:1;cpus(a):2;cpus(+a@x):8;cpus(a,+a/b):4;mem(+a/b/c):16"
      })
  void shouldAllocateDownTheTree(String role, String allocatable) {
    assertThat(FAMILY.allocatableTo(role)).hasToString(allocatable);
  }

  @Test
  void shouldRefineAndUnreserveLevelByLevel() {
    Resources ofStatic = Resources.parse("cpus(eng):4;ports(eng):[1-2]");
    Resources refined = ofStatic.pushReservation(Reservation.parse("+eng/backend@alice"));
    assertThat(refined)
        .hasToString("cpus(eng,+eng/backend@alice):4;ports(eng,+eng/backend@alice):[1-2]");
    Resources finer = refined.pushReservation(Reservation.parse("+eng/backend/db{k=v}"));
    assertThat(finer.popReservation()).isEqualTo(refined);
    assertThat(finer.popReservation().popReservation()).isEqualTo(ofStatic);
    assertThat(Resources.parse("cpus:1").pushReservation(Reservation.ofStatic("a")))
        .hasToString("cpus(a):1");
    assertThat(Resources.EMPTY.pushReservation(Reservation.ofStatic("a")))
        .isSameAs(Resources.EMPTY.popReservation());
  }

  @Test
  void shouldAddUpWhatIsAlikeOnceItIsUnreserved() {
    assertThat(Resources.parse("cpus(+a):1;cpus(+a@x):2;cpus(+b):4").popReservation())
        .hasToString("cpus:7");
    assertThat(Resources.parse("cpus(+a,+a/b@x):1;cpus(+a,+a/c):2").popReservation())
        .hasToString("cpus(+a):3");
  }

  private static SortedMap<String, String> labels(int count) {
    SortedMap<String, String> labels = new TreeMap<>();
    for (int i = 0; i < count; i++) {
      labels.put("k" + i, "v");
    }
    return labels;
  }

  private static void assertRefusedLabel(String key, String value, String... messages) {
    SortedMap<String, String> labels = new TreeMap<>(Collections.singletonMap(key, value));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Reservation(Type.DYNAMIC, "a", null, labels))
        .satisfies(
            e -> Stream.of(messages).forEach(part -> assertThat(e).hasMessageContaining(part)));
  }
}
