package dev.bourse.core.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.core.check.StateDigest;
import dev.bourse.core.state.AgentRow;
import dev.bourse.core.state.ClusterState;
import dev.bourse.core.state.FrameworkRow;
import dev.bourse.core.state.JobRow;
import dev.bourse.core.state.PendingJobs;
import dev.bourse.core.state.Row;
import dev.bourse.core.state.table.Tables;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;

/** Compares states, with their rows and with every answer of their indexes. */
public final class States {

  /** Digests are slow; of a state that is equal but large they prove nothing new. */
  private static final int FEW = 20;

  private States() {}

  /** The same rows in new tables, as a restore from the changelog makes them. */
  public static Tables restored(Collection<Row> rows) {
    Tables tables = new Tables();
    rows.forEach(row -> tables.restore(row.key(), row));
    return tables;
  }

  /** Both have the same rows and give the same answers, for these roles too. */
  public static void assertSame(
      ClusterState actual, ClusterState expected, Collection<String> roles) {
    assertSameRows(actual, expected);
    assertThat(actual.cell()).isEqualTo(expected.cell());
    assertThat(new ArrayList<>(actual.timers())).isEqualTo(new ArrayList<>(expected.timers()));
    assertThat(queues(actual)).isEqualTo(queues(expected));
    assertThat(actual.total()).isEqualTo(expected.total());
    assertThat(actual.spare()).isEqualTo(expected.spare());
    assertThat(list(actual.shares().roles())).isEqualTo(list(expected.shares().roles()));
    for (FrameworkRow framework : expected.frameworks()) {
      assertThat(actual.offersOf(framework.id())).isEqualTo(expected.offersOf(framework.id()));
    }
    for (String role : roles) {
      assertThat(list(actual.shares().clients(role)))
          .as("who shares role %s", role)
          .isEqualTo(list(expected.shares().clients(role)));
      assertThat(actual.consumedBy(role)).isEqualTo(expected.consumedBy(role));
      assertThat(actual.usedBy(role))
          .as("in use by role %s", role)
          .isEqualTo(expected.usedBy(role));
    }
    for (AgentRow agent : expected.agents()) {
      assertThat(actual.used(agent.id()))
          .as("in use of agent %s", agent.id())
          .isEqualTo(expected.used(agent.id()));
      assertThat(actual.free(agent.id()))
          .as("free of agent %s", agent.id())
          .isEqualTo(expected.free(agent.id()));
      assertThat(new ArrayList<>(actual.tasksOf(agent.id())))
          .as("tasks on agent %s", agent.id())
          .isEqualTo(new ArrayList<>(expected.tasksOf(agent.id())));
    }
  }

  /** Both have the same rows, and so the same digest. */
  public static void assertSameRows(ClusterState actual, ClusterState expected) {
    assertThat(new ArrayList<>(actual.rows())).isEqualTo(new ArrayList<>(expected.rows()));
    if (actual.rows().size() < FEW) {
      assertThat(StateDigest.of(actual)).isEqualTo(StateDigest.of(expected));
    }
  }

  private static List<String> list(Iterator<String> order) {
    List<String> list = new ArrayList<>();
    order.forEachRemaining(list::add);
    return list;
  }

  private static TreeMap<String, List<JobRow>> queues(ClusterState state) {
    TreeMap<String, List<JobRow>> queues = new TreeMap<>();
    state.pending().forEach((String role, PendingJobs queue) -> queues.put(role, all(queue)));
    return queues;
  }

  private static List<JobRow> all(PendingJobs queue) {
    assertThat(queue.all()).hasSize(queue.size());
    return new ArrayList<>(queue.all());
  }
}
