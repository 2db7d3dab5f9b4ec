package dev.bourse.simulator.whatif;

import dev.bourse.core.Outcome;
import dev.bourse.core.event.AgentRegistered;
import dev.bourse.core.event.AgentRemoved;
import dev.bourse.core.event.Event;
import dev.bourse.core.event.JobCancelRequested;
import dev.bourse.core.event.JobSubmitted;
import dev.bourse.core.event.TaskEnded;
import dev.bourse.core.event.TaskLaunched;
import dev.bourse.core.event.TaskStatusChanged;
import dev.bourse.simulator.history.HistoryException;
import dev.bourse.simulator.history.RecordedStep;
import dev.bourse.simulator.history.Steps;
import dev.bourse.simulator.history.Verifier;
import dev.bourse.simulator.workload.AgentChange;
import dev.bourse.simulator.workload.Arrival;
import dev.bourse.simulator.workload.Meter;
import dev.bourse.simulator.workload.Run;
import dev.bourse.simulator.workload.Workload;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.JobId;
import dev.bourse.topics.id.TaskId;
import dev.bourse.topics.task.Reason;
import dev.bourse.topics.task.TaskState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a history says of the world outside the scheduler: which jobs came when and how long they
 * ran, and which machines there were; and what the scheduler made of it.
 */
public final class Recording {

  private static final class Story {
    private final JobSubmitted submitted;
    private final List<Run> runs = new ArrayList<>();
    private long cancelAt;

    /** When what runs now has started; 0 when nothing does. */
    private long runningSince;

    private Story(JobSubmitted submitted) {
      this.submitted = submitted;
    }
  }

  private final Map<JobId, Story> jobs = new LinkedHashMap<>();
  private final List<Story> all = new ArrayList<>();
  private final Map<TaskId, Story> tasks = new HashMap<>();
  private final Map<TaskId, Long> launchedAt = new HashMap<>();
  private final Map<TaskId, Long> startedAt = new HashMap<>();
  private final Map<AgentId, AgentChange> agents = new TreeMap<>();
  private final List<AgentChange> changes = new ArrayList<>();
  private final List<Long> launchMillis = new ArrayList<>();
  private final Meter meter = new Meter();
  private final Verifier verifier = new Verifier(null);

  /** Reads a history to its end. */
  public static Recording of(Steps steps) {
    Recording recording = new Recording();
    for (RecordedStep step = steps.next(); step != null; step = steps.next()) {
      recording.take(step);
    }
    return recording;
  }

  private void take(RecordedStep step) {
    if (verifier.take(step) != null) {
      throw new HistoryException(
          "step "
              + step.entry().sequence()
              + " comes to something else than was recorded; see bourse replay --verify");
    }
    Outcome outcome = verifier.last();
    if (outcome != null) {
      meter.take(outcome, verifier.state());
      outcome.events().forEach(event -> take(event, outcome.time()));
    }
  }

  private void take(Event event, long now) {
    switch (event) {
      case JobSubmitted e -> {
        Story story = new Story(e);
        jobs.put(e.job(), story);
        all.add(story);
      }
      case JobCancelRequested e -> {
        Story story = jobs.get(e.job());
        if (story != null && story.cancelAt == 0) {
          story.cancelAt = now;
        }
      }
      case TaskLaunched e -> launched(e);
      case TaskStatusChanged e -> changed(e, now);
      case TaskEnded e -> ended(e, now);
      case AgentRegistered e -> came(e, now);
      case AgentRemoved e -> went(e.agent(), now);
      default -> {}
    }
  }

  private void launched(TaskLaunched e) {
    Story story = jobs.get(e.job());
    if (story != null) {
      tasks.put(e.task(), story);
      launchedAt.put(e.task(), e.at());
      startedAt.remove(e.task());
    }
  }

  private void changed(TaskStatusChanged e, long now) {
    if (e.state() == TaskState.RUNNING && startedAt.putIfAbsent(e.task(), now) == null) {
      launchMillis.add(now - launchedAt.getOrDefault(e.task(), now));
      Story story = tasks.get(e.task());
      if (story != null) {
        story.runningSince = now;
      }
    }
  }

  /** An attempt that the cluster took away says nothing of how long its process would have run. */
  private void ended(TaskEnded e, long now) {
    Story story = tasks.remove(e.task());
    if (story != null) {
      story.runningSince = 0;
    }
    if (story != null && (e.reason() == null || !e.reason().isClusterFault())) {
      story.runs.add(run(e, now));
    }
  }

  /** What was told to end would have gone on. */
  private Run run(TaskEnded e, long now) {
    if (wasToldToEnd(e)) {
      return new Run(Run.FOREVER, 1);
    }
    long ran =
        e.exit().startedAt() > 0
            ? e.exit().endedAt() - e.exit().startedAt()
            : now - startedAt.getOrDefault(e.task(), now);
    Integer code = e.exit().exitCode();
    boolean good = e.state() == TaskState.FINISHED;
    return new Run(Math.max(0, ran), good ? 0 : code == null ? 1 : Math.max(1, code));
  }

  private static boolean wasToldToEnd(TaskEnded e) {
    return e.state() == TaskState.KILLED
        || e.reason() == Reason.MAX_COMPLETION_TIME_REACHED
        || e.reason() == Reason.CANCELLED;
  }

  private void came(AgentRegistered e, long now) {
    AgentChange before = agents.get(e.facts().agent());
    AgentChange change =
        new AgentChange(now, e.facts().agent(), e.facts().resources(), e.facts().attributes());
    if (before == null || !e.facts().resources().equals(before.resources())) {
      agents.put(e.facts().agent(), change);
      changes.add(change);
    }
  }

  private void went(AgentId agent, long now) {
    AgentChange before = agents.remove(agent);
    if (before != null) {
      changes.add(new AgentChange(now, agent, null, before.attributes()));
    }
  }

  /** What came from outside. */
  public Workload workload() {
    Map<String, Long> medians = medians();
    List<Arrival> arrivals = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    for (Story story : all) {
      arrivals.add(arrival(story, medians, seen));
    }
    return new Workload(arrivals, changes, verifier.state().settings(), median(launchMillis, 0));
  }

  private Arrival arrival(Story story, Map<String, Long> medians, Map<String, Integer> seen) {
    JobSubmitted e = story.submitted;
    boolean assumed = story.runs.isEmpty() || story.runningSince > 0;
    List<Run> runs = new ArrayList<>(story.runs);
    if (assumed) {
      long usual = medians.getOrDefault(e.spec().role(), medians.getOrDefault("", 0L));
      long atLeast =
          story.runningSince > 0 ? verifier.state().cell().time() - story.runningSince : 0;
      runs.add(new Run(Math.max(usual, atLeast), 0));
    }
    // An id that was forgotten may be used again; here nothing is forgotten.
    int times = seen.merge(e.job().value(), 1, Integer::sum);
    JobId id = times == 1 ? e.job() : new JobId(e.job().value() + "." + times);
    return new Arrival(id, e.spec(), e.at(), runs, story.cancelAt, assumed);
  }

  /** How long attempts run, by role; of all under the empty name. */
  private Map<String, Long> medians() {
    Map<String, List<Long>> byRole = new HashMap<>();
    for (Story story : all) {
      for (Run run : story.runs) {
        if (run.millis() < Run.FOREVER) {
          byRole
              .computeIfAbsent(story.submitted.spec().role(), r -> new ArrayList<>())
              .add(run.millis());
          byRole.computeIfAbsent("", r -> new ArrayList<>()).add(run.millis());
        }
      }
    }
    Map<String, Long> medians = new HashMap<>();
    byRole.forEach((role, values) -> medians.put(role, median(values, 0)));
    return medians;
  }

  private static long median(List<Long> values, long otherwise) {
    if (values.isEmpty()) {
      return otherwise;
    }
    List<Long> sorted = values.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }

  /** What the scheduler made of it. */
  public Meter meter() {
    return meter;
  }
}
