package dev.bourse.core.state.fairshare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.topics.resources.Quantities;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The rules between the cases of the conformance list. */
class ShareTreeRulesTest extends ShareTreeFixture {

  @Test
  void shouldCountGrantsOfWhoIsInactive() {
    client("a", 0, 0);
    client("b", 0, 0);
    tree.deactivate("a");
    tree.grants("a", 1);
    tree.activate("a");
    assertOrder("b a");

    tree.grants("b", 2);
    assertOrder("a b");
    tree.grants("b", 0);
    assertOrder("b a");
  }

  @Test
  void shouldFollowTheTotalAtEveryDepth() {
    client("x/a", 2, 1);
    client("x/y/b", 1, 2);
    client("x/y/c", 2, 1);
    total("cpus:10;mem:100");
    assertOrder("x/a x/y/b x/y/c");

    total("cpus:100;mem:10");
    assertOrder("x/a x/y/c x/y/b");
  }

  @Test
  void shouldShareTheTotalsWithOtherTrees() {
    ShareTree other = new ShareTree(totals);
    other.activate("y");
    other.hold("y", Quantities.parse("mem:2"));
    other.activate("x");
    other.hold("x", Quantities.parse("cpus:1;mem:2"));
    client("a", 2, 1);
    assertThat(other.list()).containsExactly("x", "y");

    total("cpus:10;mem:100");

    assertThat(other.list()).containsExactly("y", "x");
    assertOrder("a");
  }

  @Test
  void shouldNotCountWhatIsExcluded() {
    totals.exclude(new TreeSet<>(List.of("gpus")));
    total("cpus:10;gpus:10");
    client("b", 1, 0);
    client("a", 2, 0);
    tree.hold("b", Quantities.parse("gpus:9"));
    assertOrder("b a");

    totals.exclude(Collections.emptySortedSet());
    assertOrder("a b");
  }

  @Test
  void shouldNotCountWhatThereIsNoneOf() {
    total("cpus:10;gpus:0");
    client("b", 1, 0);
    client("a", 2, 0);
    tree.hold("b", Quantities.parse("gpus:9;licences:100"));
    assertOrder("b a");

    total("cpus:10;gpus:10");
    assertOrder("a b");
  }

  @Test
  void shouldHaveNoSharesWithoutTotal() {
    total("");
    client("b", 1, 0);
    client("a", 2, 0);

    assertOrder("a b");
    assertThat(tree.share("a")).isEqualByComparingTo(Share.NOTHING);
  }

  @Test
  void shouldWeighInnerNodesAgainstTheirSiblings() {
    tree.weight("x", 3_000);
    tree.weight("x/q", 2_000);
    client("x/p", 4, 0);
    client("x/q", 6, 0);
    client("y", 4, 0);
    assertOrder("x/q x/p y");

    tree.weight("x", 2_000);
    assertOrder("y x/q x/p");
  }

  @Test
  void shouldGiveAParentsOwnPartTheDefaultWeight() {
    tree.weight("x", 10_000);
    tree.weight("x/p", 2_000);
    client("x", 4, 0);
    client("x/p", 6, 0);
    client("y", 2, 0);

    assertOrder("x/p x y");
  }

  @Test
  void shouldLetAChildStayWithoutItsParent() {
    client("x", 4, 0);
    client("x/p", 2, 0);
    client("y", 5, 0);
    assertOrder("y x/p x");

    tree.deactivate("x");
    assertOrder("y x/p");

    release("x", 4, 0);
    assertOrder("x/p y");

    tree.activate("x");
    assertOrder("x x/p y");
  }

  @Test
  void shouldSumGrantsOfASubtree() {
    client("x/p", 0, 0);
    client("x/q", 0, 0);
    client("y", 0, 0);
    tree.grants("x/p", 2);
    tree.grants("x/q", 1);
    tree.grants("y", 2);
    assertOrder("y x/q x/p");

    tree.grants("x/p", 0);
    assertOrder("x/p x/q y");
  }

  @Test
  void shouldOrderDeepTrees() {
    client("a/b/c/d", 1, 0);
    client("a/b/c", 2, 0);
    client("a/b", 4, 0);
    client("a", 8, 0);
    client("a/z/z/z", 6, 0);
    client("b", 20, 0);

    assertOrder("b a/z/z/z a/b/c/d a/b/c a/b a");
    assertThat(tree.held("a")).isEqualTo(Quantities.parse("cpus:21"));
    assertThat(tree.held("a/b/c")).isEqualTo(Quantities.parse("cpus:3"));
    tree.deactivate("a/z/z/z");
    assertOrder("b a/b/c/d a/b/c a/b a");
  }

  @Test
  void shouldReleaseInAnyOrder() {
    client("x/p", 3, 1);
    client("x/q", 1, 3);
    client("y", 4, 4);
    hold("x/p", 2, 0);
    release("x/p", 3, 1);
    assertOrder("x/p x/q y");

    release("x/q", 1, 3);
    assertOrder("x/q x/p y");
    release("y", 4, 4);
    assertOrder("y x/q x/p");
    release("x/p", 2, 0);
    assertOrder("x/p x/q y");
  }
}
