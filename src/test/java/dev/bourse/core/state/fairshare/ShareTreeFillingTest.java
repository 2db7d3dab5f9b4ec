package dev.bourse.core.state.fairshare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.topics.resources.Quantities;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What comes of a cluster that is filled in this order. Case numbers are as in the list. */
class ShareTreeFillingTest {

  private static final List<String> NAMES = List.of("cpus", "gpus", "mem");

  @Test
  void shouldEqualizeDominantShares() { // cases 1 and 3
    Filling filling = Filling.of("cpus:9;mem:18");
    filling.user("A", "cpus:1;mem:4").user("B", "cpus:3;mem:1").fill();

    assertThat(filling.picks).containsExactly("A", "B", "A", "B", "A");
    assertHolds(filling, "A", "cpus:3;mem:12", new Share(2, 3));
    assertHolds(filling, "B", "cpus:6;mem:2", new Share(2, 3));
    assertThat(filling.free().withoutZeros()).isEqualTo(Quantities.parse("mem:4"));
  }

  @Test
  void shouldEndTheSameWhoeverBegins() { // case 2, where the name decides for B
    Filling filling = Filling.of("cpus:9;mem:18");
    filling.user("xA", "cpus:1;mem:4").user("B", "cpus:3;mem:1").fill();

    assertThat(filling.picks).containsExactly("B", "xA", "xA", "B", "xA");
    assertHolds(filling, "xA", "cpus:3;mem:12", new Share(2, 3));
    assertHolds(filling, "B", "cpus:6;mem:2", new Share(2, 3));
  }

  @Test
  void shouldGoByDominantShareAfterEachTask() { // case 2, step by step
    Filling filling = Filling.of("cpus:9;mem:18");
    ShareTree tree = filling.tree;
    tree.hold("B", Quantities.parse("cpus:3;mem:1"));
    assertThat(tree.share("B")).isEqualByComparingTo(new Share(1, 3));
    tree.hold("A", Quantities.parse("cpus:1;mem:4"));
    assertThat(tree.share("A")).isEqualByComparingTo(new Share(2, 9));
    tree.hold("A", Quantities.parse("cpus:1;mem:4"));
    assertThat(tree.share("A")).isEqualByComparingTo(new Share(4, 9));
    tree.hold("B", Quantities.parse("cpus:3;mem:1"));
    assertThat(tree.share("B")).isEqualByComparingTo(new Share(2, 3));
  }

  @Test
  void shouldDifferFromAssetFairnessAndFromEqualIncomes() { // cases 4 and 5
    Filling filling = Filling.of("cpus:9000;mem:18000");
    filling.user("A", "cpus:1;mem:4").user("B", "cpus:3;mem:1").fill();

    // In thousands. Asset fairness: 2.52 and 2.16; competitive equilibrium: 4.09 and 1.64.
    assertThat(filling.tasks("A")).isEqualTo(3_000);
    assertThat(filling.tasks("B")).isEqualTo(2_000);
  }

  @Test
  void shouldEqualizeSharesForTheirWeight() { // case 7
    Filling filling = Filling.of("cpus:9000;mem:18000");
    filling.tree.weight("B", 2_000);
    filling.user("A", "cpus:1;mem:4").user("B", "cpus:3;mem:1").fill();

    assertThat(filling.tasks("A")).isEqualTo(1_800);
    assertThat(filling.tasks("B")).isEqualTo(2_400);
    assertHolds(filling, "A", "cpus:1800;mem:7200", new Share(4, 10));
    assertHolds(filling, "B", "cpus:7200;mem:2400", new Share(8, 10, 2_000));
    assertThat(filling.free().withoutZeros()).isEqualTo(Quantities.parse("mem:8400"));
  }

  /**
   * Case 9, as far as tasks are whole: with n users, when the first task of any user does not fit,
   * all dominant shares are within one largest task of the smallest, so this is more than 1/n less
   * one largest task and the n-th of the user's own.
   */
  @Test
  void shouldGiveEachAtLeastItsPartOfADividedCluster() { // case 9
    SplittableRandom random = new SplittableRandom(9);
    for (int instance = 0; instance < 200; instance++) {
      assertSharingIncentive(demands(random, random.nextInt(2, 6), 0, 12));
    }
  }

  private static void assertSharingIncentive(List<Quantities> demands) {
    Filling filling = filled(demands, 2_000);
    long largest = demands.stream().mapToLong(demand -> dominant(demand)).max().orElseThrow();
    for (int user = 0; user < demands.size(); user++) {
      long own = dominant(demands.get(user));
      assertThat(demands.size() * (own * filling.tasks("user" + user) + largest) + own)
          .as("user %d of %s", user, demands)
          .isGreaterThan(2_000);
    }
  }

  @Test
  void shouldBeMaxMinFairOnASingleResource() { // case 11
    Filling filling = Filling.of("cpus:9");
    filling.user("a", "cpus:1").user("b", "cpus:1").fill();

    assertThat(filling.tasks("a")).isEqualTo(5);
    assertThat(filling.tasks("b")).isEqualTo(4);

    Filling unequal = Filling.of("cpus:900");
    unequal.user("a", "cpus:1").user("b", "cpus:3").user("c", "cpus:5").fill();
    assertThat(unequal.tasks("a")).isEqualTo(300);
    assertThat(unequal.tasks("b")).isEqualTo(100);
    assertThat(unequal.tasks("c")).isEqualTo(60);
  }

  @Test
  void shouldBeMaxMinFairOnACommonBottleneck() { // case 12
    Filling filling = Filling.of("cpus:120;mem:1000");
    filling.user("a", "cpus:2;mem:3").user("b", "cpus:3;mem:1").fill();

    assertThat(filling.tree.held("a").get("cpus")).isEqualTo(60_000);
    assertThat(filling.tree.held("b").get("cpus")).isEqualTo(60_000);
  }

  @Test
  void shouldFillATreeLevelByLevel() {
    Filling filling = Filling.of("cpus:120");
    filling.tree.weight("eng", 2_000);
    filling.tree.weight("eng/web", 3_000);
    filling.user("eng/db", "cpus:1").user("eng/web", "cpus:1").user("ops", "cpus:1").fill();

    assertThat(filling.tasks("eng/db")).isEqualTo(20);
    assertThat(filling.tasks("eng/web")).isEqualTo(60);
    assertThat(filling.tasks("ops")).isEqualTo(40);
  }

  /**
   * Strategy-proofness, as far as tasks are whole: of what a liar gets, only complete tasks of its
   * true demand count. With n users, all of whose demands are positive, let K be the largest ratio
   * of two amounts in a demand and e the dominant share of the largest task. If the shares of all
   * rise less high than with the truth, the liar has at most K + 1 times e more than before of what
   * is dominant for it. If they rise higher, the others have more of what ran out with the truth,
   * which leaves at most n times K times e more to the liar. So n times K times e is the bound.
   */
  @Test
  void shouldNotRewardLies() {
    SplittableRandom random = new SplittableRandom(10);
    int worse = 0;
    for (int instance = 0; instance < 300; instance++) {
      int users = random.nextInt(2, 4);
      List<Quantities> demands = demands(random, users, 1, 5);
      Quantities truth = demands.getFirst();
      long own = dominant(truth);
      long honest = own * filled(demands, 2_000).tasks("user0");
      demands.set(0, demand(random, 1, 5));
      long lying = own * complete(filled(demands, 2_000).tree.held("user0"), truth);

      assertThat(lying - honest)
          .as("%s instead of %s", demands, truth)
          .isLessThanOrEqualTo(users * 4L * 4L);
      worse += lying < honest ? 1 : 0;
    }
    assertThat(worse).isGreaterThan(100);
  }

  private static Filling filled(List<Quantities> demands, int total) {
    Filling filling = new Filling(every(total));
    for (int user = 0; user < demands.size(); user++) {
      filling.user("user" + user, demands.get(user));
    }
    return filling.fill();
  }

  private static long complete(Quantities held, Quantities demand) {
    long tasks = Long.MAX_VALUE;
    for (String name : demand.names()) {
      tasks = Math.min(tasks, held.get(name) / demand.get(name));
    }
    return tasks;
  }

  private static List<Quantities> demands(
      SplittableRandom random, int users, int least, int bound) {
    List<Quantities> demands = new ArrayList<>();
    for (int user = 0; user < users; user++) {
      demands.add(demand(random, least, bound));
    }
    return demands;
  }

  /** Whole units of a random non-empty demand: the same total of all makes units shares. */
  private static Quantities demand(SplittableRandom random, int least, int bound) {
    TreeMap<String, Long> amounts = new TreeMap<>();
    for (String name : NAMES) {
      amounts.put(name, (long) random.nextInt(least, bound));
    }
    amounts.merge(NAMES.get(random.nextInt(NAMES.size())), 1L, Math::max);
    return new Quantities(amounts);
  }

  private static Quantities every(long units) {
    TreeMap<String, Long> amounts = new TreeMap<>();
    for (String name : NAMES) {
      amounts.put(name, units);
    }
    return new Quantities(amounts);
  }

  private static long dominant(Quantities demand) {
    return demand.amounts().values().stream().mapToLong(amount -> amount).max().orElseThrow();
  }

  private static void assertHolds(Filling filling, String user, String held, Share share) {
    assertThat(filling.tree.held(user)).isEqualTo(Quantities.parse(held));
    assertThat(filling.tree.share(user)).isEqualByComparingTo(share);
  }
}
