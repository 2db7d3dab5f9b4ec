package dev.bourse.topics.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Cases 99 to 102, 109 to 115 and 119: the algebra and the text form of resources and attributes.
 */
class ResourceConformanceTest {

  @ParameterizedTest(name = "case 99: {0} added to itself {1} times and taken away again")
  @CsvSource({"cpus:1.001, 100000", "cpus:0.001, 100000", "cpus(a):0.1;memory:0.333, 10000"})
  void shouldStayExact(String text, int times) {
    Resources start = Resources.parse(text);
    Resources current = start;
    for (int i = 0; i < times; i++) {
      current = current.plus(start);
    }
    assertThat(current.scalar("cpus")).isEqualTo(start.scalar("cpus") * (times + 1));
    for (int i = 0; i < times; i++) {
      current = current.minus(start);
    }
    assertThat(current).isEqualTo(start).hasToString(text);
  }

  @ParameterizedTest(name = "case 100: {0} is {1}")
  @CsvSource({
    "1.5011, 1.501",
    "1.5015, 1.502",
    "1.2345, 1.235",
    "1.2344, 1.234",
    "1.1, 1.1",
    "1.10, 1.1",
    "1000001, 1000001",
    "99999999999.9994, 99999999999.999",
    "0.0005, 0.001",
    "1e3, 1000",
    "1.5E-2, 0.015",
    ".5, 0.5",
    "5., 5",
    "+5, 5",
    "0045.550, 45.55",
    "500000000000000, 500000000000000"
  })
  void shouldRoundHalfAwayFromZero(String number, String rounded) {
    Resources resources = Resources.parse("cpus:" + number);
    assertThat(resources).hasToString("cpus:" + rounded);
    assertThat(resources.plus(resources).minus(resources)).isEqualTo(resources);
  }

  @ParameterizedTest(name = "as case 102: {0} is nothing")
  @CsvSource({"gpus:0", "cpus:0.000", "ports:[]", "disks:{}", "''", ";", "' ; '", "cpus:0e9"})
  void shouldLeaveOutWhatIsEmpty(String text) {
    assertThat(Resources.parse(text)).isSameAs(Resources.EMPTY);
  }

  @ParameterizedTest(name = "case 102: {0} is refused")
  @CsvSource({
    "cpus:0.00001",
    "cpus:0.00049999",
    "cpus:1e-4",
    "cpus:-0.0001",
    "cpus:4.9e-324",
    "cpus:1e-99999"
  })
  void shouldRefuseWhatWouldRoundToZero(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Resources.parse(text))
        .withMessageContaining("resource cpus")
        .withMessageContaining("'" + text.substring(5) + "'")
        .withMessageContaining("from 0.001");
  }

  @Test
  @DisplayName("case 109: 1 (role1) + 3 (role2) + 5 (role1)")
  void shouldKeepReservationsApart() {
    Resources sum =
        Resources.parse("cpus(role1):1")
            .plus(Resources.parse("cpus(role2):3"))
            .plus(Resources.parse("cpus(role1):5"));
    assertThat(sum).isEqualTo(Resources.parse("cpus(role1):6;cpus(role2):3"));
    assertThat(sum.scalar("cpus")).isEqualTo(9000);
    assertThat(sum.entries()).hasSize(2);
    Resources rest = sum.minus(Resources.parse("cpus(role1):1"));
    assertThat(rest).hasToString("cpus(role1):5;cpus(role2):3");
    assertThat(rest.contains(Resources.parse("cpus:1"))).isFalse();
    assertThat(rest.contains(Resources.parse("cpus(role2):4"))).isFalse();
    assertThat(rest.contains(Resources.parse("cpus(role2):3"))).isTrue();
  }

  @ParameterizedTest(name = "as case 109: {0} contains {1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "ports:[1-10]                  | ports:[2-2, 4-5]      | true",
        "ports:[2-2, 4-5]              | ports:[1-10]          | false",
        "ports:[2-3]                   | ports:[2-2, 4-5]      | false",
        "ports:[1-2, 4-6]              | ports:[2-2, 4-5]      | true",
        "ports:[1-4, 5-5]              | ports:[2-2, 4-5]      | true",
        "ports:[1-2, 4-6]              | ports:[2-4]           | false",
        "disks:{sda1,sda3,sda4,sda2}   | disks:{sda1,sda2}     | true",
        "disks:{sda1,sda2}             | disks:{sda1,sda3}     | false",
        "cpus:1;mem:4096               | cpus:1;mem:3072       | true",
        "cpus:1;mem:3072               | cpus:1;mem:4096       | false",
        "cpus:1;mem:3072               | cpus:1;disk:1         | false",
        "cpus(a):1                     | cpus:1                | false",
        "cpus:1                        | cpus(a):1             | false",
        "cpus:1                        | cpus:[1-1]            | false",
        "cpus:[1-1]                    | cpus:{a}              | false",
        "cpus:{a}                      | cpus:1                | false",
        "cpus:1                        | ''                    | true",
        "''                            | cpus:1                | false"
      })
  void shouldContainByIdentity(String text, String other, boolean contains) {
    assertThat(Resources.parse(text).contains(Resources.parse(other))).isEqualTo(contains);
  }

  @ParameterizedTest(name = "case 111: {0} mixes kinds")
  @CsvSource(
      delimiter = '|',
      value = {
        "foo:1;foo:[0-1]",
        "foo(role1):1;foo(role2):[0-1]",
        "foo:{a};foo(role2):[0-1]",
        "foo:{a};foo:1",
        "foo:0;foo:[0-1]",
        "bar:1;foo:1;foo(b):{a};zoo:1"
      })
  void shouldRefuseTwoKindsOfOneName(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Resources.parse(text))
        .withMessageContaining("resource foo")
        .withMessageContaining("but must be");
  }

  @ParameterizedTest(name = "case 111: {0} + {1} mixes kinds")
  @CsvSource({"foo:1, foo:[0-1]", "foo(a):1, foo(b):{x}", "foo:[0-1], foo(b):{x}"})
  void shouldRefuseToAddTwoKindsOfOneName(String left, String right) {
    Resources a = Resources.parse(left);
    Resources b = Resources.parse(right);
    assertThatIllegalArgumentException().isThrownBy(() -> a.plus(b)).withMessageContaining("foo");
    assertThatIllegalArgumentException().isThrownBy(() -> b.plus(a)).withMessageContaining("foo");
  }

  @ParameterizedTest(name = "case 114: {0} cut to {1}: limits {2}, quantities {3}")
  @CsvSource(
      delimiter = '|',
      value = {
        "''                | ''                      | ''            | ''",
        "''                | cpus:1                  | ''            | ''",
        "cpus:1            | ''                      | cpus:1        | ''",
        "cpus:2            | cpus:1                  | cpus:1        | cpus:1",
        "cpus:1            | cpus:2                  | cpus:1        | cpus:1",
        "cpus:2            | cpus:0                  | ''            | ''",
        "cpus:2;mem:20     | cpus:1;mem:10           | cpus:1;mem:10 | cpus:1;mem:10",
        "cpus:2;mem:20     | cpus:1;mem:10;disk:10   | cpus:1;mem:10 | cpus:1;mem:10",
        "cpus:2;mem:20     | cpus:1                  | cpus:1;mem:20 | cpus:1",
        "cpus:2;cpus(a):2  | cpus:3                  | cpus:2;cpus(a):1 | cpus:2;cpus(a):1",
        "cpus:2;cpus(a):2  | cpus:1                  | cpus:1        | cpus:1",
        "ports:[1-3,7-9]   | ports:4                 | ports:[1-3,7-7] | ports:[1-3,7-7]",
        "ports:[1-3]       | ports:2.9               | ports:[1-2]   | ports:[1-2]",
        "ports:[1-3]       | ports:3                 | ports:[1-3]   | ports:[1-3]",
        "disks:{a,b,c}     | disks:2                 | disks:{a,b}   | disks:{a,b}",
        "disks:{a,b,c}     | disks:0.5               | ''            | ''",
        "gpus:4            | gpus:2.5                | gpus:2        | gpus:2"
      })
  void shouldCut(String text, String bounds, String toLimits, String toQuantities) {
    Resources resources = Resources.parse(text);
    Quantities quantities = Quantities.parse(bounds);
    assertThat(resources.cutToLimits(quantities)).isEqualTo(Resources.parse(toLimits));
    assertThat(resources.cutToQuantities(quantities)).isEqualTo(Resources.parse(toQuantities));
  }

  @Test
  @DisplayName("case 115: a text may hold colons")
  void shouldReadColonsInTexts() {
    Attributes attributes = Attributes.parse("attr1:foo:bar;attr2:baz:qux:");
    assertThat(attributes.get("attr1")).isEqualTo(new Text("foo:bar"));
    assertThat(attributes.get("attr2")).isEqualTo(new Text("baz:qux:"));
    assertThat(attributes).hasToString("attr1:foo:bar;attr2:baz:qux:");
  }

  @Test
  @DisplayName("as case 115: attributes of every kind, and their equality")
  void shouldReadEveryKindOfAttribute() {
    Attributes attributes =
        Attributes.parse("cpus:45.55;ports:[10000-20000, 30000-50000];rack:rack1,rack2");
    assertThat(attributes.get("cpus")).isEqualTo(new Scalar(45_550));
    assertThat(attributes.get("ports")).hasToString("[10000-20000,30000-50000]");
    assertThat(attributes.get("rack")).isEqualTo(new Text("rack1,rack2"));
    assertThat(attributes.get("none")).isNull();
    assertThat(attributes)
        .isEqualTo(Attributes.parse("rack:rack1,rack2;ports:[10000-20000,30000-50000];cpus:45.55"))
        .isNotEqualTo(Attributes.parse("cpus:45.55;ports:45.55;rack:45.55"))
        .isNotEqualTo(Attributes.EMPTY);
    assertThat(Attributes.parse("")).isEqualTo(Attributes.EMPTY);
  }

  @Test
  @DisplayName("as case 109: other principals and labels stay apart, equal ones add up")
  void shouldKeepStacksApart() {
    Resources sum =
        Resources.parse("cpus(a):1;cpus(+a):2;cpus(+a@x):4;cpus(+a@x{k=1}):8;cpus(+a@x{k=2}):16")
            .plus(Resources.parse("cpus(+a@x{k=2}):16;cpus(+a@y):1;cpus(+a):2;cpus(a,+a/b):1"));
    assertThat(sum)
        .hasToString(
            "cpus(a):1;cpus(+a):4;cpus(+a@x):4;cpus(+a@x{k=1}):8;cpus(+a@x{k=2}):32;cpus(+a@y):1;"
                + "cpus(a,+a/b):1");
    assertThat(sum.minus(Resources.parse("cpus(+a@x{k=2}):32")).entries()).hasSize(6);
    assertThat(sum.contains(Resources.parse("cpus(+a@x):5"))).isFalse();
  }

  @ParameterizedTest(name = "case 119: nothing can be reserved to {0}")
  @CsvSource(
      delimiter = '|',
      value = {"*", "''", "foo/", "a b", "a;b", "a(b", "a)b", "a,b", "a@b", "a{b", "a}b", "+a"})
  void shouldRefuseReservation(String role) {
    Resources cpus = Resources.parse("cpus:1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> cpus.pushReservation(Reservation.ofDynamic(role, "alice")))
        .withMessageStartingWith("reservation")
        .withMessageContaining("'" + role + "', but must be");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Resource.reserved("cpus", role, new Scalar(1000)))
        .withMessageStartingWith("resource cpus: reservation")
        .withMessageContaining("'" + role + "', but must be");
  }

  @ParameterizedTest(name = "case 119: {0} cannot be reserved again as {1}")
  @CsvSource({
    "cpus(eng):1, +eng",
    "cpus(eng):1, +ops",
    "cpus(eng/backend):1, +eng",
    "cpus(+eng):1, +eng@alice",
    "cpus(+eng):1, +engine",
    "cpus(eng):1, eng/backend",
    "cpus(+eng):1, eng/backend",
    "cpus:1;mem(ops):1, +eng"
  })
  void shouldReserveAgainForARoleBelowOnly(String text, String reservation) {
    Resources resources = Resources.parse(text);
    Reservation innermost = Reservation.parse(reservation);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> resources.pushReservation(innermost))
        .withMessageStartingWith("resource ")
        .withMessageContaining(" reservation: is '" + reservation + "', but must be ");
  }

  @ParameterizedTest(name = "case 119: {0} cannot be unreserved, because of {1}")
  @CsvSource({
    "cpus(eng):1, resource cpus to unreserve: is 'eng'",
    "cpus(eng/backend):1, resource cpus to unreserve: is 'eng/backend'",
    "cpus(+a):1;mem(b):1, resource mem to unreserve: is 'b'",
    "cpus:1, resource cpus to unreserve: is 'unreserved'",
    "cpus(+a):1;mem:1, resource mem to unreserve: is 'unreserved'"
  })
  void shouldRefuseToUnreserve(String text, String message) {
    Resources resources = Resources.parse(text);
    assertThatIllegalArgumentException()
        .isThrownBy(resources::popReservation)
        .withMessage(message + ", but must be reserved dynamically");
  }
}
