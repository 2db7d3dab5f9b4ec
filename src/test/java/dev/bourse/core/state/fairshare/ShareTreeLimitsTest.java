package dev.bourse.core.state.fairshare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bourse.topics.resources.Quantities;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What is refused, what is forgotten, and what ends. */
class ShareTreeLimitsTest extends ShareTreeFixture {

  @Test
  void shouldRefuseToReleaseWhatIsNotHeld() {
    client("a", 3, 1);

    assertThatThrownBy(() -> release("a", 3, 2))
        .hasMessage("release by a: is 'cpus:3;mem:2', but must be within 'cpus:3;mem:1'");
    assertThatThrownBy(() -> release("b", 1, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThat(tree.held("a")).isEqualTo(Quantities.parse("cpus:3;mem:1"));
    assertThat(tree.size()).isEqualTo(1);
  }

  @Test
  void shouldRefuseToHoldMoreThanCanBeCounted() {
    Quantities most = Quantities.of("cpus", 1_000_000_000_000_000_000L);
    for (int i = 0; i < 9; i++) {
      tree.hold("a/" + i, most);
    }

    assertThatThrownBy(() -> tree.hold("b", most)).isInstanceOf(ArithmeticException.class);
    assertThat(tree.held("b")).isEqualTo(Quantities.EMPTY);
  }

  @Test
  void shouldRefuseWhatIsNoPath() {
    for (String path : List.of("", "/", "a/", "/a", "a//b", ".", "a/.", "a/./b")) {
      assertThatThrownBy(() -> tree.activate(path))
          .as(path)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("'" + path + "'");
    }
    assertThat(tree.size()).isZero();
  }

  @Test
  void shouldRefuseAWeightThatIsNone() {
    assertThatThrownBy(() -> tree.weight("a", 0)).hasMessageContaining("weight of a: is 0");
  }

  @Test
  void shouldPruneWhatSaysNothing() {
    tree.weight("x", 5_000);
    client("x/p/q", 1, 1);
    client("x", 0, 0);
    tree.grants("x/p/q", 1);
    assertThat(tree.size()).isEqualTo(3);

    tree.deactivate("x/p/q");
    release("x/p/q", 1, 1);
    assertThat(tree.size()).isEqualTo(3);
    tree.grants("x/p/q", 0);
    assertThat(tree.size()).isEqualTo(1);
    tree.deactivate("x");
    assertThat(tree.size()).isZero();

    client("x", 4, 0);
    client("y", 1, 0);
    assertOrder("x y");
  }

  @Test
  void shouldMakeNothingOfNothing() {
    hold("a/b", 0, 0);
    tree.grants("a/b", 0);
    tree.deactivate("a/b");

    assertThat(tree.size()).isZero();
    assertThat(tree.order().hasNext()).isFalse();
    assertThat(tree.held("a")).isEqualTo(Quantities.EMPTY);
    assertThat(tree.share("a")).isEqualByComparingTo(Share.NOTHING);
    assertThatThrownBy(() -> tree.order().next()).isInstanceOf(NoSuchElementException.class);
    assertThatThrownBy(() -> tree.randomOrder(1).next()).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void shouldActivateOnce() {
    tree.activate("a");
    tree.activate("a");
    tree.deactivate("a");

    assertOrder("");
    assertThat(tree.size()).isZero();
  }

  @Test
  void shouldForgetEverything() {
    tree.weight("b", 9_000);
    client("a", 1, 0);
    client("b", 2, 0);

    tree.clear();
    assertOrder("");
    assertThat(tree.held("a")).isEqualTo(Quantities.EMPTY);

    client("a", 1, 0);
    client("b", 2, 0);
    assertOrder("a b");
  }

  @Test
  void shouldEndAnOrderWithTheNextChange() {
    client("a", 1, 0);
    client("b", 2, 0);
    Iterator<String> order = tree.order();
    assertThat(order.next()).isEqualTo("a");

    hold("b", 1, 0);

    assertThatThrownBy(order::next).isInstanceOf(ConcurrentModificationException.class);
  }

  @Test
  void shouldCountVersionsOfRealChangesOnly() {
    long before = totals.version();
    total("cpus:100;mem:100");
    totals.exclude(new TreeSet<>());
    assertThat(totals.version()).isEqualTo(before);

    total("cpus:100");
    assertThat(totals.version()).isGreaterThan(before);
    assertThat(totals.total()).isEqualTo(Quantities.parse("cpus:100"));
    before = totals.version();
    totals.exclude(new TreeSet<>(List.of("cpus")));
    assertThat(totals.version()).isGreaterThan(before);
  }
}
