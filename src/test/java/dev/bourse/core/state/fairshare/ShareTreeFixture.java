package dev.bourse.core.state.fairshare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.topics.resources.Quantities;

/** A tree that shares 100 cpus and 100 mem, and short words for what happens to it. */
abstract class ShareTreeFixture {

  final Totals totals = new Totals();
  final ShareTree tree = new ShareTree(totals);

  ShareTreeFixture() {
    totals.set(amounts(100, 100));
  }

  final void total(String quantities) {
    totals.set(Quantities.parse(quantities));
  }

  final void client(String client, int cpus, int mem) {
    tree.activate(client);
    hold(client, cpus, mem);
  }

  final void hold(String client, int cpus, int mem) {
    tree.hold(client, amounts(cpus, mem));
  }

  final void release(String client, int cpus, int mem) {
    tree.release(client, amounts(cpus, mem));
  }

  static Quantities amounts(int cpus, int mem) {
    return Quantities.of("cpus", cpus * 1_000L)
        .plus(Quantities.of("mem", mem * 1_000L))
        .withoutZeros();
  }

  final void assertOrder(String clients) {
    assertThat(String.join(" ", tree.list())).isEqualTo(clients);
  }
}
