package dev.bourse.simulator.check;

import dev.bourse.agent.machine.AttemptKey;
import dev.bourse.core.state.AgentRow;
import dev.bourse.core.state.ClusterState;
import dev.bourse.core.state.TaskRow;
import dev.bourse.simulator.agent.Ledger;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.order.LaunchTask;
import dev.bourse.topics.resources.Resources;
import dev.bourse.topics.task.TaskState;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What really happened on the machines. Each launch starts at most one process; no machine runs
 * more than it was taken in with; and what is said of an attempt is what became of its process.
 */
public final class Truth implements Ledger {

  private static final class Life {
    private final LaunchTask launch;
    private @Nullable Integer status;

    private Life(LaunchTask launch) {
      this.launch = launch;
    }
  }

  private final Map<Long, Life> lives = new TreeMap<>();
  private final Map<Long, TaskState> ends = new TreeMap<>();
  private final ClusterState committed;

  /**
   * Nothing has happened yet.
   *
   * @param committed what the cluster has committed to
   */
  Truth(ClusterState committed) {
    this.committed = committed;
  }

  @Override
  public void started(AgentId agent, LaunchTask launch) {
    if (lives.put(launch.epoch(), new Life(launch)) != null) {
      throw new Violation("%s is started twice on %s".formatted(AttemptKey.of(launch), agent));
    }
    if (ends.get(launch.epoch()) == TaskState.DROPPED) {
      throw new Violation(
          "%s was said never to have started, and starts".formatted(AttemptKey.of(launch)));
    }
    checkRoom(agent);
  }

  /** Attempts that do not count any more are being ended, and may overlap with those that do. */
  private void checkRoom(AgentId agent) {
    Resources held = Resources.EMPTY;
    for (Life life : lives.values()) {
      if (life.status == null && life.launch.agent().equals(agent) && counts(life.launch)) {
        held = held.plus(Wishes.flat(life.launch.resources()));
      }
    }
    AgentRow row = committed.agent(agent);
    if (row != null && !Wishes.flat(row.resources()).contains(held)) {
      throw new Violation("%s has %s, and runs %s".formatted(agent, row.resources(), held));
    }
  }

  private boolean counts(LaunchTask launch) {
    TaskRow task = committed.task(launch.task());
    return task != null && task.epoch() == launch.epoch();
  }

  @Override
  public void ended(AgentId agent, AttemptKey key, int status) {
    Objects.requireNonNull(lives.get(key.epoch())).status = status;
  }

  /** The cluster says how an attempt ended. */
  void said(long epoch, TaskState state, @Nullable Integer exitCode) {
    ends.put(epoch, state);
    @Nullable Life life = lives.get(epoch);
    switch (state) {
      case FINISHED -> expect(life != null && isStatus(life, 0), epoch, state, life);
      case FAILED, KILLED ->
          expect(exitCode == null || life == null || isStatus(life, exitCode), epoch, state, life);
      case DROPPED -> expect(life == null, epoch, state, life);
      default -> {}
    }
  }

  private static boolean isStatus(Life life, int status) {
    return life.status != null && life.status == status;
  }

  private static void expect(boolean holds, long epoch, TaskState state, @Nullable Life life) {
    if (!holds) {
      throw new Violation(
          "the attempt of epoch %d is said to be %s, but %s"
              .formatted(
                  epoch,
                  state,
                  life == null
                      ? "was never started"
                      : life.status == null ? "still runs" : "ended with " + life.status));
    }
  }

  /** The epochs of what runs and does not count any more. */
  public Set<Long> strays() {
    Set<Long> strays = new TreeSet<>();
    for (Life life : lives.values()) {
      if (life.status == null && !counts(life.launch)) {
        strays.add(life.launch.epoch());
      }
    }
    return strays;
  }

  /** What does not count is not left to run, when there has been time to end it. */
  public void checkGone(Set<Long> strays) {
    Set<Long> left = strays();
    left.retainAll(strays);
    if (!left.isEmpty()) {
      throw new Violation(
          "the attempts of epochs %s do not count any more, and run".formatted(left));
    }
  }

  /** In the end nothing runs. */
  public void checkQuiet() {
    for (Life life : lives.values()) {
      if (life.status == null) {
        throw new Violation("%s still runs".formatted(AttemptKey.of(life.launch)));
      }
    }
  }
}
