package dev.bourse.core.allocator.fairshare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bourse.topics.resources.Quantities;
import java.util.Collections;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Case numbers are those of the conformance list. */
class ShareTreeTest {

  private final Totals totals = new Totals();
  private final ShareTree tree = new ShareTree(totals);

  ShareTreeTest() {
    total("cpus:100;mem:100");
  }

  @Test
  void shouldPutTheSmallestDominantShareFirst() { // cases 13 to 16
    client("a", 5, 5);
    client("b", 6, 6);
    assertOrder("a b");

    client("c", 1, 1);
    client("d", 3, 1);
    assertOrder("c d a b");

    tree.deactivate("a");
    release("b", 4, 4);
    assertOrder("c b d");

    client("e", 1, 5);
    total("cpus:50;mem:100");
    assertOrder("c b e d");
    assertThat(tree.share("d")).isEqualByComparingTo(new Share(6, 100));
  }

  @Test
  void shouldDivideByTheWeight() { // cases 19 to 21
    tree.weight("b", 2_000);
    client("a", 5, 5);
    client("b", 6, 6);
    assertOrder("b a");

    client("c", 4, 4);
    assertOrder("b c a");
    tree.weight("d", 10_000);
    client("d", 10, 20);
    assertOrder("d b c a");

    tree.deactivate("b");
    release("b", 6, 6);
    assertOrder("d c a");
    hold("d", 10, 25);
    assertOrder("c d a");
    assertThat(tree.share("d")).isEqualByComparingTo(new Share(45, 1_000));
  }

  @Test
  void shouldFollowAWeightThatIsSetLater() { // case 23
    client("a", 5, 5);
    client("b", 6, 6);
    assertOrder("a b");

    tree.weight("b", 2_000);
    assertOrder("b a");
    tree.weight("b", 1_000);
    assertOrder("a b");
  }

  @Test
  void shouldPreferFewerGrantsWhenSharesAreEqual() { // case 24
    grantsOfCase24();

    assertOrder("a b e d c");
  }

  @Test
  void shouldRememberGrantsWhateverElseHappens() { // case 26
    grantsOfCase24();

    tree.deactivate("c");
    assertOrder("a b e d");
    tree.activate("c");
    assertOrder("a b e d c");

    release("c", 3, 3);
    hold("c", 3, 3);
    tree.grants("c", 4);
    assertOrder("a b e d c");
  }

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
  void shouldOrderATree() { // cases 28 to 31
    client("a", 0, 0);
    client("b/c", 0, 0);
    client("b/d", 0, 0);
    assertOrder("a b/c b/d");
    assertThat(tree.list()).hasSize(3);

    hold("a", 6, 6);
    assertOrder("b/c b/d a");

    hold("b/c", 4, 4);
    hold("b/d", 3, 3);
    assertOrder("a b/d b/c");
    assertThat(tree.held("b")).isEqualTo(Quantities.parse("cpus:7;mem:7"));

    hold("a", 2, 2);
    assertOrder("b/d b/c a");
  }

  @Test
  void shouldLetAParentCompeteWithItsChildren() { // case 34
    client("a/b", 0, 0);
    client("c", 0, 0);
    client("d", 0, 0);
    client("d/e", 0, 0);
    assertOrder("a/b c d d/e");

    hold("c", 8, 8);
    assertOrder("a/b d d/e c");

    hold("d", 3, 3);
    hold("d/e", 2, 2);
    assertOrder("a/b d/e d c");

    hold("a/b", 6, 6);
    assertOrder("d/e d a/b c");
  }

  @Test
  void shouldCountWhatAnInactiveParentHolds() { // case 39
    hold("a", 10, 10);
    client("b", 6, 6);
    assertOrder("b");

    client("a/c", 5, 5);
    assertOrder("b a/c");
  }

  @Test
  void shouldAddUpAmountsOfOneName() { // case 42
    total("cpus:100;mem:100;disk:100");
    tree.activate("a");
    tree.hold("a", Quantities.parse("cpus:9;mem:9;disk:9"));
    tree.activate("b");
    tree.hold("b", Quantities.parse("cpus:9;mem:9;disk:5"));
    tree.hold("b", Quantities.parse("disk:5"));

    assertOrder("a b");
    assertThat(tree.held("b").get("disk")).isEqualTo(10_000);
  }

  @Test
  void shouldFollowTheTotal() { // case 43
    total("cpus:10;mem:100");
    client("a", 2, 1);
    client("b", 1, 2);
    assertOrder("b a");

    total("cpus:100;mem:10");
    assertOrder("a b");
  }

  @Test
  void shouldFollowWhatIsTakenOutOfThePool() { // case 45
    total("cpus:10");
    client("a", 6, 0);
    client("b", 4, 0);
    assertOrder("b a");

    total("cpus:5");
    release("a", 5, 0);
    assertOrder("a b");
    assertThat(tree.share("a")).isEqualByComparingTo(new Share(2, 10));
    assertThat(tree.share("b")).isEqualByComparingTo(new Share(8, 10));
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

  private void grantsOfCase24() {
    client("a", 3, 3);
    client("b", 3, 3);
    client("e", 3, 3);
    for (int i = 0; i < 3; i++) {
      client("c", 1, 1);
    }
    client("d", 2, 2);
    client("d", 1, 1);
    tree.grants("a", 1);
    tree.grants("b", 1);
    tree.grants("e", 1);
    tree.grants("c", 3);
    tree.grants("d", 2);
  }

  private void total(String quantities) {
    totals.set(Quantities.parse(quantities));
  }

  private void client(String client, int cpus, int mem) {
    tree.activate(client);
    hold(client, cpus, mem);
  }

  private void hold(String client, int cpus, int mem) {
    tree.hold(client, amounts(cpus, mem));
  }

  private void release(String client, int cpus, int mem) {
    tree.release(client, amounts(cpus, mem));
  }

  private static Quantities amounts(int cpus, int mem) {
    return Quantities.of("cpus", cpus * 1_000L)
        .plus(Quantities.of("mem", mem * 1_000L))
        .withoutZeros();
  }

  private void assertOrder(String clients) {
    assertThat(String.join(" ", tree.list())).isEqualTo(clients);
  }
}
