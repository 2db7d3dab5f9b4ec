package dev.bourse.simulator.check;

import dev.bourse.core.event.BucketDrawn;
import dev.bourse.core.event.Event;
import dev.bourse.core.event.HoldPlaced;
import dev.bourse.core.event.HoldReleased;
import dev.bourse.core.event.OfferRescinded;
import dev.bourse.core.event.TaskKillRequested;
import dev.bourse.core.state.ClusterState;
import dev.bourse.core.state.HoldRow;
import dev.bourse.core.state.JobRow;
import dev.bourse.core.state.TaskRow;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.JobId;
import dev.bourse.topics.resources.Quantities;
import dev.bourse.topics.resources.Resources;
import dev.bourse.topics.task.Reason;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Who is stopped for others may be stopped, and for them: of a lower priority in their role, or
 * beyond what is guaranteed to his own while theirs lacks its guarantee. It is for who waits first,
 * and for long enough, and who can start then; and of so many in a minute.
 */
final class Preemptions {

  private static final long MINUTE = 60_000;

  private final Rulebook rules;
  private final Map<AgentId, JobId> helped = new TreeMap<>();
  private long now;
  private long creditAt;

  /** In parts of which one victim takes a minute's worth. */
  private long credit = Long.MAX_VALUE;

  Preemptions(Rulebook rules) {
    this.rules = rules;
  }

  /** A step begins. */
  void begin(long time) {
    now = time;
    helped.clear();
  }

  /** Looks at an event that is about to be applied. */
  void take(Event event, ClusterState state) {
    switch (event) {
      case TaskKillRequested e when e.reason() == Reason.PREEMPTED -> stopped(e, state);
      case BucketDrawn e -> {}
      case HoldPlaced e -> {}
      case HoldReleased e -> {}
      case OfferRescinded e -> {}
      default -> {
        // Nobody else is stopped now, and nothing is offered yet.
        helped.forEach((agent, job) -> checkEnough(agent, job, event, state));
        helped.clear();
      }
    }
  }

  private void stopped(TaskKillRequested e, ClusterState state) {
    TaskRow victim = state.task(e.task());
    expect(victim != null && isPreemptible(victim, state), "it may not be stopped", e);
    if (victim == null || victim.killReason() == Reason.PREEMPTED) {
      // Its agent has come back, and is told again.
      return;
    }
    expect(victim.killReason() == null, "it is being ended already", e);
    HoldRow hold = state.hold(victim.agent());
    JobRow job = hold == null || hold.job() == null ? null : state.job(hold.job());
    expect(job != null && job.isPending(), "nobody gets its place", e);
    if (job != null) {
      checkFirst(job, e, state);
      checkYields(victim, job, e, state);
      helped.put(victim.agent(), job.id());
    }
    draw(e);
  }

  private static boolean isPreemptible(TaskRow task, ClusterState state) {
    TaskRow.Terms terms = task.terms();
    JobRow job = task.job() == null ? null : state.job(task.job());
    return terms == null ? job != null && job.spec().mayBePreempted() : terms.preemptible();
  }

  /** He is the first of his role, has waited for long enough, and his quota lets him start. */
  private void checkFirst(JobRow job, Event e, ClusterState state) {
    for (JobRow other : state.jobs()) {
      boolean before =
          other.spec().priority() > job.spec().priority()
              || (other.spec().priority() == job.spec().priority()
                  && other.queueOrder() < job.queueOrder());
      expect(
          !before || !other.isPending() || !other.spec().role().equals(job.spec().role()),
          other.id() + " is before " + job.id(),
          e);
    }
    long after = rules.scheduling().preemptAfterMillis();
    expect(
        after > 0 && now - job.waitingSince() >= after,
        job.id() + " waits only since " + job.waitingSince(),
        e);
    Resources wanted = job.spec().resources();
    expect(
        rules.within(job.spec().role(), wanted, state).equals(wanted),
        "the quota of " + job.id() + " is used up",
        e);
  }

  private void checkYields(TaskRow victim, JobRow job, Event e, ClusterState state) {
    if (victim.role().equals(job.spec().role())) {
      JobRow own = victim.job() == null ? null : state.job(victim.job());
      expect(
          own != null && own.spec().priority() < job.spec().priority(),
          "it is not of a lower priority than " + job.id(),
          e);
      return;
    }
    expect(lacks(job, state), "the role of " + job.id() + " has what it is guaranteed", e);
    for (String at = victim.role(); !at.isEmpty(); at = Rulebook.above(at)) {
      Quantities guarantee = rules.role(at).guarantee();
      // What goes from one below a role to another one below it stays with the role.
      if (guarantee != null && !Rulebook.isIn(job.spec().role(), at)) {
        Quantities rest = rules.consumed(at, state).minus(going(at, victim, state));
        expect(rest.contains(guarantee), at + " is guaranteed " + guarantee, e);
      }
    }
  }

  private boolean lacks(JobRow job, ClusterState state) {
    for (String at = job.spec().role(); !at.isEmpty(); at = Rulebook.above(at)) {
      Quantities guarantee = rules.role(at).guarantee();
      if (guarantee != null) {
        Quantities consumed = rules.consumed(at, state);
        for (String name : job.spec().resources().names()) {
          if (guarantee.get(name) > consumed.get(name)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** What a role loses by those who are being stopped for others. */
  private static Quantities going(String role, TaskRow victim, ClusterState state) {
    Quantities going = victim.resources().quantities();
    for (TaskRow task : state.tasks()) {
      if (task.killReason() == Reason.PREEMPTED && Rulebook.isIn(task.role(), role)) {
        going = going.plus(task.resources().quantities());
      }
    }
    return going;
  }

  private void checkEnough(AgentId agent, JobId id, Event e, ClusterState state) {
    JobRow job = state.job(id);
    Resources free = rules.free(agent, state);
    for (TaskRow task : state.tasksOf(agent)) {
      if (task.killReason() == Reason.PREEMPTED) {
        free = free.plus(task.resources());
      }
    }
    expect(
        job != null
            && Wishes.flat(Rulebook.usable(job.spec().role(), free))
                .contains(job.spec().resources()),
        id + " does not fit on " + agent + " even then",
        e);
  }

  private void draw(Event e) {
    long perMinute = rules.scheduling().preemptionsPerMinute();
    long more = credit == Long.MAX_VALUE ? 0 : (now - creditAt) * perMinute;
    credit = Math.min(perMinute * MINUTE, credit == Long.MAX_VALUE ? credit : credit + more);
    creditAt = now;
    expect(credit >= MINUTE, "there are " + perMinute + " in a minute already", e);
    credit -= MINUTE;
  }

  private static void expect(boolean holds, String otherwise, @Nullable Event event) {
    if (!holds) {
      throw new Violation("stopped for another: %s: %s".formatted(otherwise, event));
    }
  }
}
