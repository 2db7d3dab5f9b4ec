package dev.bourse.gateway.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.gateway.testing.Views;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RoleTableTest {

  private final RoleTable table = new RoleTable(new Progress());
  private final Feed feed = new Feed(table::read);

  @Test
  void shouldKeepTheNewestRow() {
    feed.write(Views.role("eng", 1_000, "cpus:1", null));
    feed.write(Views.role("eng", 2_000, null, null));
    feed.write(Views.role("a/b", 1_000, null, null));
    feed.end("a/b");

    assertThat(table.all()).containsExactly(Views.role("eng", 2_000, null, null));
    assertThat(table.get("a/b")).isNull();
  }

  @Test
  void shouldWaitForAChange() throws Exception {
    feed.write(Views.role("eng", 1_000, null, null));
    assertThat(table.await("eng", row -> row.weight() == 1_000, Duration.ZERO)).isTrue();

    Thread writer =
        Thread.startVirtualThread(() -> feed.write(Views.role("eng", 2_000, null, null)));
    assertThat(table.await("eng", row -> row.weight() == 2_000, Duration.ofMinutes(1))).isTrue();
    writer.join();
    assertThat(table.await("eng", row -> row.weight() == 3_000, Duration.ofMillis(1))).isFalse();
  }

  @Test
  void shouldWaitForEveryCell() throws Exception {
    feed.cell(0).write(Views.role("eng", 2_000, null, null));
    feed.cell(1).write(Views.role("eng", 1_000, null, null));

    assertThat(table.all()).containsExactly(Views.role("eng", 2_000, null, null));
    assertThat(table.get("eng")).isEqualTo(Views.role("eng", 2_000, null, null));
    assertThat(table.await("eng", row -> row.weight() == 2_000, Duration.ofMillis(1))).isFalse();
    feed.cell(1).write(Views.role("eng", 2_000, null, null));
    assertThat(table.await("eng", row -> row.weight() == 2_000, Duration.ZERO)).isTrue();
  }
}
