package dev.bourse.core.state.fairshare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.topics.resources.Quantities;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens, the order is that of the rules worked out from scratch. */
class ShareTreeModelTest {

  private static final List<String> PATHS =
      List.of("a", "a-b", "a/b", "a/b/c", "a/b/c/d", "a/e", "b", "b/a", "b/a/a", "c", "c/+", "d/d");
  private static final List<String> NAMES = List.of("cpus", "gpus", "mem");

  private final Totals totals = new Totals();
  private final ShareTree tree = new ShareTree(totals);
  private final NaiveShares model = new NaiveShares();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void shouldOrderAsTheRulesSay(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<String> steps = new ArrayList<>();
    for (int step = 0; step < 1_500; step++) {
      steps.add(step(random));
      // Not after every step, so that changes pile up between two questions.
      if (random.nextInt(3) > 0) {
        assertThat(tree.list())
            .as("seed %d after %s", seed, steps)
            .containsExactlyElementsOf(model.order());
      }
    }
    empty();
    assertThat(tree.size()).isZero();
  }

  private String step(SplittableRandom random) {
    String path = PATHS.get(random.nextInt(PATHS.size()));
    int what = random.nextInt(100);
    if (what < 30) {
      return hold(path, amounts(random, 5));
    } else if (what < 55) {
      return release(path, random);
    } else if (what < 70) {
      return activate(path);
    } else if (what < 80) {
      return deactivate(path);
    } else if (what < 88) {
      return grants(path, random.nextInt(4));
    } else if (what < 94) {
      return weight(path, random.nextInt(1, 5) * 500);
    }
    return what < 98 ? total(amounts(random, 30)) : exclude(NAMES.get(random.nextInt(3)));
  }

  private String hold(String path, TreeMap<String, Long> amounts) {
    tree.hold(path, new Quantities(amounts));
    TreeMap<String, Long> held = model.held.computeIfAbsent(path, client -> new TreeMap<>());
    amounts.forEach((name, amount) -> held.merge(name, amount, Long::sum));
    return "hold " + path + " " + amounts;
  }

  private String release(String path, SplittableRandom random) {
    TreeMap<String, Long> held = model.held.computeIfAbsent(path, client -> new TreeMap<>());
    TreeMap<String, Long> amounts = new TreeMap<>(held);
    if (random.nextBoolean()) {
      amounts.replaceAll((name, amount) -> random.nextLong(amount + 1));
    }
    tree.release(path, new Quantities(amounts));
    held.replaceAll((name, amount) -> amount - amounts.getOrDefault(name, 0L));
    return "release " + path + " " + amounts;
  }

  private String activate(String path) {
    tree.activate(path);
    model.active.add(path);
    return "activate " + path;
  }

  private String deactivate(String path) {
    tree.deactivate(path);
    model.active.remove(path);
    return "deactivate " + path;
  }

  private String grants(String path, long count) {
    tree.grants(path, count);
    model.grants.put(path, count);
    return "grants " + path + " " + count;
  }

  private String weight(String path, int thousandths) {
    tree.weight(path, thousandths);
    model.weights.put(path, thousandths);
    return "weight " + path + " " + thousandths;
  }

  private String total(TreeMap<String, Long> amounts) {
    totals.set(new Quantities(amounts));
    model.totals.clear();
    model.totals.putAll(amounts);
    return "total " + amounts;
  }

  /** Or count again what was excluded. */
  private String exclude(String name) {
    if (!model.excluded.remove(name)) {
      model.excluded.add(name);
    }
    totals.exclude(model.excluded);
    return "exclude " + model.excluded;
  }

  private void empty() {
    for (String path : PATHS) {
      tree.release(path, new Quantities(model.held.getOrDefault(path, new TreeMap<>())));
      tree.grants(path, 0);
      tree.deactivate(path);
    }
  }

  private static TreeMap<String, Long> amounts(SplittableRandom random, int bound) {
    TreeMap<String, Long> amounts = new TreeMap<>();
    for (String name : NAMES) {
      if (random.nextInt(4) > 0) {
        amounts.put(name, random.nextLong(bound));
      }
    }
    return amounts;
  }
}
