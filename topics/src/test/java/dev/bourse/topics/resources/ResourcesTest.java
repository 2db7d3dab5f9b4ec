package dev.bourse.topics.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResourcesTest {

  private static final Resources FAMILY =
      Resources.parse("cpus:1;cpus(a):2;cpus(a/b):4;cpus(a/bx):8;cpus(a/bx/c):16;mem(a):5");

  @ParameterizedTest(name = "{0} is written {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "cpus:8;memory:4096;ports:[31000-32000];disks(role):{a,b}"
            + "| cpus:8;disks(role):{a,b};memory:4096;ports:[31000-32000]",
        "mem(b):1;mem:2;mem(a):3            | mem:2;mem(a):3;mem(b):1",
        "' cpus ( a/b ) : 1 ; mem : 2 ;; '  | cpus(a/b):1;mem:2",
        "cpus(*):8                          | cpus:8",
        "cpus(+a):1;cpus(a):2;cpus( * ):4   | cpus:4;cpus(a):2;cpus(+a):1",
        "cpus(eng,+eng/b@alice{tier=1&team=x}):2 | cpus(eng,+eng/b@alice{team=x&tier=1}):2",
        "' cpus( a , + a/b @ u { k = v & l = w } ):1' | cpus(a,+a/b@u{k=v&l=w}):1",
        "cpus(+a@al@x.org{k=a=b==}):1       | cpus(+a@al@x.org{k=a=b==}):1",
        "cpus(+a:b@u:v{k:l=m:n}):1          | cpus(+a:b@u:v{k:l=m:n}):1",
        "cpus(c++/+d):1                     | cpus(c++/+d):1",
        "cpus:1;cpus:2.5                    | cpus:3.5",
        "ports:[1-10];ports:[11-20]         | ports:[1-20]",
        "gpus:{0000:01:00.0,0000:02:00.0}   | gpus:{0000:01:00.0,0000:02:00.0}",
        "disks:{b, a,,c}                    | disks:{a,b,c}",
        "cpus(a:b):1                        | cpus(a:b):1",
        "c p us:1                           | c p us:1"
      })
  void shouldReadAndWrite(String text, String canonical) {
    Resources resources = Resources.parse(text);
    assertThat(resources).hasToString(canonical);
    assertThat(Resources.parse(canonical)).isEqualTo(resources).hasSameHashCodeAs(resources);
  }

  @ParameterizedTest(name = "{0} is refused, naming {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "cpus(role1)         | 'cpus(role1)'",
        "cpus                | 'cpus'",
        "cpus(role1:1        | 'cpus(role1:1'",
        "cpus)(role1:1       | 'cpus)(role1:1'",
        "cpus(role1)x:1      | 'cpus(role1)x:1'",
        "cpus):1             | 'cpus)'",
        "':1'                | ''",
        "' :1'               | ''",
        "'(a):1'             | ''",
        "cpus():1            | ''",
        "cpus(a b):1         | 'a b'",
        "cpus(a,,a/b):1      | ''",
        "cpus(a,):1          | ''",
        "cpus(+):1           | ''",
        "cpus(+*):1          | '*'",
        "cpus(a,+*):1        | '*'",
        "cpus(*,+a):1        | '*'",
        "cpus(++a):1         | '+a'",
        "cpus(+a@):1         | ''",
        "cpus(a@x):1         | 'x'",
        "cpus(a{k=v}):1      | 'k=v'",
        "cpus(+a{}):1        | ''",
        "cpus(+a{k}):1       | 'k'",
        "cpus(+a{k=}):1      | ''",
        "cpus(+a{=v}):1      | ''",
        "cpus(+a{k=v&}):1    | ''",
        "cpus(+a{k=v&k=w}):1 | 'k=w'",
        "cpus(+a{k=v):1      | '{k=v'",
        "cpus(+a{k=v}@x):1   | '{k=v}@x'",
        "cpus(+a{k={v}}):1   | '{v}'",
        "cpus(+a{k=v,l=w}):1 | '{k=v'",
        "cpus(a}):1          | 'a}'",
        "cpus(a,+b):1        | '+b'",
        "cpus(a,+a):1        | '+a'",
        "cpus(a/b,+a):1      | '+a'",
        "cpus(a,a/b):1       | 'a/b'",
        "cpus(+a,a/b):1      | 'a/b'",
        "cpus(-a):1          | '-a'",
        "cpus:               | ''",
        "cpus:1:2            | '1:2'",
        "cpus:abc            | 'abc'",
        "cpus:-1             | '-1'",
        "cpus:-0.001         | '-0.001'",
        "gpus:1.5            | '1.5'",
        "ports:[1-x]         | '1-x'",
        "ports:[5-1]         | '5-1'",
        "ports:[1-2          | '[1-2'",
        "disks:{a(b)}        | 'a(b)'",
        "disks:{a,a}         | '{a,a}'",
        "[{name: cpus}]      | '[{name'",
        "cpus:1e300          | '1e300'",
        "cpus:1e15;cpus:1    | '1000000000000001'"
      },
      quoteCharacter = '"')
  void shouldRefuseText(String text, String named) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Resources.parse(unquoted(text)))
        .withMessageStartingWith("resource")
        .withMessageContaining("is " + named)
        .withMessageContaining("but must be");
  }

  private static String unquoted(String text) {
    return text.startsWith("'") ? text.substring(1, text.length() - 1) : text;
  }

  @ParameterizedTest(name = "{0} - {1} is refused, naming {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "cpus:1              | cpus:1.001           | resource cpus ",
        "cpus:1              | mem:1                | resource mem ",
        "mem:1               | cpus:1               | resource cpus ",
        "cpus:1              | cpus(a):1            | resource cpus(a) ",
        "cpus(a):1           | cpus:1               | resource cpus ",
        "ports:[1-5]         | ports:[5-6]          | resource ports ",
        "disks:{a}           | disks:{b}            | resource disks ",
        "disks:{a}           | disks:1              | resource disks ",
        "''                  | cpus:1               | resource cpus ",
        "cpus:1;mem:1        | cpus:1;disk:2;mem:1  | resource disk "
      })
  void shouldNeverFallBelowZero(String left, String right, String named) {
    Resources from = Resources.parse(left);
    Resources taken = Resources.parse(right);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> from.minus(taken))
        .withMessageContaining(named)
        .withMessageContaining("to take away")
        .withMessageContaining("but must be part of");
  }

  @ParameterizedTest(name = "{0} - {1} = {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "cpus:50;mem:4096    | cpus:0.5;mem:1024    | cpus:49.5;mem:3072",
        "cpus:1;mem:1        | cpus:1               | mem:1",
        "cpus:1              | cpus:1               | ''",
        "cpus:1              | ''                   | cpus:1",
        "ports:[1-10]        | ports:[3-4]          | ports:[1-2,5-10]",
        "disks:{a,b,c}       | disks:{a,c}          | disks:{b}",
        "cpus:5;cpus(a):3    | cpus(a):1            | cpus:5;cpus(a):2"
      })
  void shouldSubtract(String left, String right, String rest) {
    assertThat(Resources.parse(left).minus(Resources.parse(right)))
        .isEqualTo(Resources.parse(rest));
  }

  @Test
  void shouldUniteItems() {
    assertThat(Resources.parse("d:{a,b}").plus(Resources.parse("d:{b,c};e:{x}")))
        .hasToString("d:{a,b,c};e:{x}");
  }

  @Test
  void shouldMakeScalars() {
    assertThat(Resources.scalar("cpus", 1500)).hasToString("cpus:1.5");
    assertThat(Resources.scalar("cpus", 0)).isSameAs(Resources.EMPTY);
    assertThatIllegalArgumentException().isThrownBy(() -> Resources.scalar("cpus", -1));
    assertThatIllegalArgumentException().isThrownBy(() -> Resources.scalar("a;b", 1));
    assertThatIllegalArgumentException().isThrownBy(() -> Resources.scalar("a".repeat(129), 1));
  }

  @Test
  void shouldSumWhatItIsMadeOf() {
    Resource cpus = Resource.of("cpus", new Scalar(1000));
    Resource mem = Resource.reserved("mem", "a", new Scalar(2000));
    Resource[] given = {mem, cpus, cpus};
    assertThat(Resources.of(given)).hasToString("cpus:2;mem(a):2");
    assertThat(given).containsExactly(mem, cpus, cpus);
    assertThat(Resources.of(List.of(mem, cpus, cpus))).isEqualTo(Resources.of(given));
    assertThat(Resources.of()).isSameAs(Resources.EMPTY);
  }

  @Test
  void shouldFilterByReservation() {
    assertThat(FAMILY.unreserved()).hasToString("cpus:1");
    assertThat(FAMILY.reservedFor("a")).hasToString("cpus(a):2;mem(a):5");
    assertThat(FAMILY.reservedFor("*")).isSameAs(Resources.EMPTY);
    assertThat(FAMILY.flattened()).hasToString("cpus:31;mem:5");
    assertThat(FAMILY.flattened().unreserved()).isEqualTo(FAMILY.flattened());
  }

  @ParameterizedTest(name = "{0} may use {1}")
  @CsvSource({
    "*, cpus:1",
    "a, cpus:1;cpus(a):2;mem(a):5",
    "a/bx, cpus:1;cpus(a):2;cpus(a/bx):8;mem(a):5",
    "a/bx/c, cpus:1;cpus(a):2;cpus(a/bx):8;cpus(a/bx/c):16;mem(a):5"
  })
  void shouldAllocateDownTheTree(String role, String allocatable) {
    assertThat(FAMILY.allocatableTo(role)).hasToString(allocatable);
  }

  @Test
  void shouldAnswerByName() {
    assertThat(FAMILY.names()).containsExactly("cpus", "mem");
    assertThat(FAMILY.scalar("cpus")).isEqualTo(31_000);
    assertThat(FAMILY.scalar("disk")).isZero();
    assertThat(Resources.parse("ports:[1-3]").scalar("ports")).isZero();
    assertThat(Resources.EMPTY.names()).isEmpty();
    assertThat(FAMILY.entries()).hasSize(6).isUnmodifiable();
  }

  @Test
  void shouldRefuseSumsThatAreTooLarge() {
    Resources most = Resources.scalar("cpus", Decimals.MAX_THOUSANDTHS);
    Resources both = most.plus(Resources.parse("cpus(a):1"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> most.plus(most))
        .withMessageContaining("resource cpus")
        .withMessageContaining("at most 1000000000000000");
    assertThatIllegalArgumentException().isThrownBy(() -> both.scalar("cpus"));
    assertThatIllegalArgumentException().isThrownBy(both::quantities);
    assertThatIllegalArgumentException().isThrownBy(both::flattened);
  }

  @Test
  void shouldBeEqualByContents() {
    Resources resources = Resources.parse("cpus:1;mem:2");
    assertThat(resources)
        .isEqualTo(resources)
        .isEqualTo(Resources.parse("mem:2;cpus:1"))
        .isNotEqualTo(Resources.parse("cpus:1;mem:3"))
        .isNotEqualTo(Resources.parse("cpus:1"))
        .isNotEqualTo("cpus:1;mem:2")
        .isNotEqualTo(null);
  }

  @Test
  void shouldReuseWhatDoesNotChange() {
    Resources resources = Resources.parse("cpus:1");
    assertThat(resources.plus(Resources.EMPTY)).isSameAs(resources);
    assertThat(Resources.EMPTY.plus(resources)).isSameAs(resources);
    assertThat(resources.minus(Resources.EMPTY)).isSameAs(resources);
    assertThat(resources.unreserved()).isSameAs(resources);
    assertThat(resources.flattened()).isSameAs(resources);
    assertThat(resources.toString()).isSameAs(resources.toString());
    assertThat(resources.entries().getFirst().reservations())
        .isSameAs(Resource.of("mem", new Scalar(1)).reservations());
  }
}
