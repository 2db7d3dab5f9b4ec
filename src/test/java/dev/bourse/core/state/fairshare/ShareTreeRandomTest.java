package dev.bourse.core.state.fairshare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.topics.resources.Quantities;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ShareTreeRandomTest {

  private static final int RUNS = 1_000;
  private static final Offset<Integer> TOLERANCE = Offset.offset(50);

  private final ShareTree tree = new ShareTree(new Totals());

  @Test
  void shouldDrawInProportionToWeights() { // case 49
    for (int weight = 1; weight <= 5; weight++) {
      tree.activate("w" + weight);
      tree.weight("w" + weight, weight * 1_000);
    }

    assertThousandths(places(true), "w1 70 w2 130 w3 200 w4 270 w5 330");
    assertThousandths(places(false), "w1 540 w2 230 w3 120 w4 70 w5 40");
  }

  @Test
  void shouldDrawSubtreeBySubtree() {
    tree.weight("x", 3_000);
    tree.weight("x/p", 3_000);
    tree.activate("x");
    tree.activate("x/p");
    tree.activate("y");

    assertThousandths(places(true), "x 188 x/p 563 y 250");
    assertThat(order(1)).doesNotContainSequence("x", "y", "x/p");
    for (long seed = 0; seed < 50; seed++) {
      assertThat(order(seed).indexOf("y")).isNotEqualTo(1);
    }
  }

  @Test
  void shouldLeaveOutWhoIsNotActive() {
    tree.weight("x", 1_000_000);
    tree.activate("x/p");
    tree.activate("y");
    tree.activate("z/q");
    tree.activate("z/r");
    tree.deactivate("x/p");
    tree.deactivate("z/q");
    tree.hold("x", Quantities.parse("cpus:1"));

    assertThousandths(places(true), "y 500 z/r 500");
    assertThat(order(1)).containsExactlyInAnyOrder("y", "z/r");
  }

  @Test
  void shouldDrawTheSameForTheSameSeedWhateverIsHeld() {
    for (int client = 0; client < 20; client++) {
      tree.activate("c" + client);
    }
    List<String> before = order(7);
    tree.hold("c3", Quantities.parse("cpus:3"));
    tree.grants("c3", 3);

    assertThat(order(7)).isEqualTo(before).isNotEqualTo(order(8));
    assertThat(before).containsExactlyInAnyOrderElementsOf(tree.list());
  }

  @Test
  void shouldDrawTheSameForEver() {
    for (int client = 0; client < 8; client++) {
      tree.activate("c" + client);
    }

    assertThat(String.join(" ", order(42))).isEqualTo("c5 c1 c0 c3 c4 c2 c7 c6");
  }

  /** How often in a thousand runs who is first, or last. */
  private TreeMap<String, Integer> places(boolean first) {
    TreeMap<String, Integer> counts = new TreeMap<>();
    LongStream.range(0, RUNS)
        .mapToObj(this::order)
        .map(order -> first ? order.getFirst() : order.getLast())
        .forEach(client -> counts.merge(client, 1, Integer::sum));
    return counts;
  }

  private List<String> order(long seed) {
    List<String> order = new ArrayList<>();
    tree.randomOrder(seed).forEachRemaining(order::add);
    return order;
  }

  private static void assertThousandths(TreeMap<String, Integer> counts, String expected) {
    String[] tokens = expected.split(" ", -1);
    assertThat(counts).hasSize(tokens.length / 2);
    for (int i = 0; i < tokens.length; i += 2) {
      assertThat(counts.get(tokens[i])).isCloseTo(Integer.valueOf(tokens[i + 1]), TOLERANCE);
    }
  }
}
