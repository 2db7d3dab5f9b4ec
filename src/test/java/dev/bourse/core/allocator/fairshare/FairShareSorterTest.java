package dev.bourse.core.allocator.fairshare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.core.state.table.Tables;
import dev.bourse.core.testing.Rows;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Case numbers are those of the conformance list, without weights, which there are not yet. */
class FairShareSorterTest {

  private final Tables state = new Tables();
  private final FairShareSorter sorter = new FairShareSorter();

  @Test
  void shouldPutTheSmallestDominantShareFirst() { // cases 13 to 16
    total("cpus:100;memory:100");
    holds("a", "cpus:5;memory:5");
    holds("b", "cpus:6;memory:6");
    assertOrder("a", "b");

    holds("c", "cpus:1;memory:1");
    holds("d", "cpus:3;memory:1");
    assertOrder("c", "d", "a", "b");

    holds("b", "cpus:2;memory:2");
    assertOrder("c", "b", "d");

    holds("e", "cpus:1;memory:5");
    total("cpus:50;memory:100");
    assertOrder("c", "b", "e", "d");
  }

  @Test
  void shouldFollowTheTotal() { // case 43
    holds("a", "cpus:2;memory:1");
    holds("b", "cpus:1;memory:2");

    total("cpus:10;memory:100");
    assertOrder("b", "a");

    total("cpus:100;memory:10");
    assertOrder("a", "b");
  }

  @Test
  void shouldFollowWhatIsTakenOutOfThePool() { // case 45
    total("cpus:10");
    holds("a", "cpus:6");
    holds("b", "cpus:4");
    assertOrder("b", "a");

    total("cpus:5");
    holds("a", "cpus:1");
    assertOrder("a", "b");
  }

  @Test
  void shouldGoByNameWhenSharesAreEqual() {
    total("cpus:10;memory:10");
    holds("b", "cpus:1");
    holds("a", "memory:1");

    assertOrder("a", "b");
    assertThat(sorter.order(List.of("y", "x"), state)).containsExactly("x", "y");
  }

  @Test
  void shouldIgnoreWhatNoRegisteredAgentHas() {
    total("cpus:10");
    holds("a", "cpus:1;licences:100");
    holds("b", "cpus:2");

    assertOrder("a", "b");
  }

  private void total(String resources) {
    state.put(Rows.agent("all", resources));
  }

  private void holds(String role, String resources) {
    state.put(Rows.task(role, "elsewhere", role, resources));
  }

  /** Whatever the order they are given in. */
  private void assertOrder(String... roles) {
    assertThat(sorter.order(List.of(roles), state)).containsExactly(roles);
    assertThat(sorter.order(List.of(roles).reversed(), state)).containsExactly(roles);
  }
}
