package dev.bourse.core.state.fairshare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.topics.resources.Quantities;
import org.junit.jupiter.api.Test;

/** The order of the original. Case numbers are those of the conformance list. */
class ShareTreeTest extends ShareTreeFixture {

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
  void shouldShowTheDominantShare() { // case 72
    client("a", 100, 100);
    client("b", 0, 0);
    assertThat(tree.share("a")).isEqualByComparingTo(new Share(1, 1));
    assertThat(tree.share("b")).isEqualByComparingTo(new Share(0, 1));

    release("a", 50, 50);
    hold("b", 50, 50);
    assertThat(tree.share("a")).isEqualByComparingTo(new Share(1, 2));
    assertThat(tree.share("b")).isEqualByComparingTo(new Share(1, 2));
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
}
