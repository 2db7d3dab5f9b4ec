package dev.bourse.simulator.whatif;

import dev.bourse.simulator.workload.AgentChange;
import dev.bourse.simulator.workload.Arrival;
import dev.bourse.simulator.workload.Run;
import dev.bourse.simulator.workload.Workload;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.job.JobSpec;
import dev.bourse.topics.resources.Attributes;
import dev.bourse.topics.resources.Resources;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is to be different.
 *
 * @param agents other machines
 * @param settings other settings
 * @param jobs other wishes of jobs, each rule after the one before
 * @param runTimesThousandths how much longer or shorter everything runs; 1,000 for as recorded
 */
public record Change(
    Agents agents, SettingsChange settings, List<JobRule> jobs, long runTimesThousandths) {

  /** Nothing is different. */
  public static final Change NONE = new Change(Agents.SAME, SettingsChange.NONE, List.of(), 1_000);

  private static final long THOUSAND = 1_000;

  /**
   * Other machines.
   *
   * @param timesThousandths how many there are of each recorded one, in thousandths
   * @param resources what each of them has instead; null for what it has
   * @param remove the names of those that are not there
   * @param added machines that are there from the beginning
   */
  public record Agents(
      long timesThousandths, @Nullable Resources resources, Set<String> remove, List<Added> added) {

    /** As recorded. */
    public static final Agents SAME = new Agents(THOUSAND, null, Set.of(), List.of());
  }

  /**
   * Machines that are alike.
   *
   * @param count how many
   * @param resources what each has
   */
  public record Added(int count, Resources resources) {}

  /**
   * What some jobs ask for instead.
   *
   * @param id the id that they have, or null for any
   * @param name the name that they have, or null for any
   * @param role the role that they have, or null for any
   * @param newRole who pays instead, or null
   * @param newPriority their priority instead, or null
   * @param newResources what is set aside for them instead, or null
   */
  public record JobRule(
      @Nullable String id,
      @Nullable String name,
      @Nullable String role,
      @Nullable String newRole,
      @Nullable Integer newPriority,
      @Nullable Resources newResources) {

    private boolean matches(Arrival job) {
      return (id == null || id.equals(job.id().value()))
          && (name == null || name.equals(job.spec().name()))
          && (role == null || role.equals(job.spec().role()));
    }

    private JobSpec apply(JobSpec spec) {
      return new JobSpec(
          spec.name(),
          spec.labels(),
          newRole == null ? spec.role() : newRole,
          spec.process(),
          newResources == null ? spec.resources() : newResources,
          newPriority == null ? spec.priority() : newPriority,
          spec.retry(),
          spec.timeoutMillis(),
          spec.killGraceMillis(),
          spec.logCapBytes(),
          spec.ttlMillis());
    }
  }

  /**
   * Whether it can be of a workload.
   *
   * @throws IllegalArgumentException naming an agent that is to be removed and is not there
   */
  public void check(Workload recorded) {
    TreeSet<String> names = new TreeSet<>();
    recorded.agents().forEach(change -> names.add(change.agent().value()));
    for (String name : agents.remove()) {
      if (!names.contains(name)) {
        throw new IllegalArgumentException(
            "agents.remove: is '" + name + "', but must be one of " + String.join(", ", names));
      }
    }
  }

  /** What is to be said of rules for jobs that are the rules of none. */
  public List<String> idleRules(Workload recorded) {
    List<String> notes = new ArrayList<>();
    for (int i = 0; i < jobs.size(); i++) {
      if (recorded.arrivals().stream().noneMatch(jobs.get(i)::matches)) {
        notes.add("jobs[" + i + "] is of no job");
      }
    }
    return notes;
  }

  /** The workload with all that is different. */
  public Workload of(Workload recorded) {
    return new Workload(
        recorded.arrivals().stream().map(this::job).toList(),
        machines(recorded),
        settings.of(recorded.settings()),
        recorded.launchMillis());
  }

  private Arrival job(Arrival job) {
    JobSpec spec = job.spec();
    for (JobRule rule : jobs) {
      if (rule.matches(job)) {
        spec = rule.apply(spec);
      }
    }
    List<Run> runs = job.runs().stream().map(this::run).toList();
    return job.withSpec(spec).withRuns(runs);
  }

  private Run run(Run run) {
    return run.millis() >= Run.FOREVER
        ? run
        : new Run(run.millis() * runTimesThousandths / THOUSAND, run.exitCode());
  }

  private List<AgentChange> machines(Workload recorded) {
    List<AgentChange> changes = new ArrayList<>();
    TreeSet<AgentId> ids = new TreeSet<>();
    recorded.agents().forEach(change -> ids.add(change.agent()));
    List<AgentId> order = new ArrayList<>(ids);
    for (AgentChange change : recorded.agents()) {
      if (!agents.remove().contains(change.agent().value())) {
        int copies = copies(order.indexOf(change.agent()));
        for (int copy = 1; copy <= copies; copy++) {
          changes.add(copy(change, copy));
        }
      }
    }
    int number = 0;
    for (Added added : agents.added()) {
      for (int i = 0; i < added.count(); i++) {
        AgentId id = new AgentId("added-" + ++number);
        changes.add(new AgentChange(recorded.begin(), id, added.resources(), Attributes.EMPTY));
      }
    }
    changes.sort(Comparator.comparingLong(AgentChange::at));
    return changes;
  }

  /** Of 1.5 times the machines, every second one is there twice. */
  private int copies(int index) {
    long times = agents.timesThousandths();
    return (int) ((index + 1) * times / THOUSAND - index * times / THOUSAND);
  }

  private AgentChange copy(AgentChange change, int copy) {
    AgentId id = copy == 1 ? change.agent() : new AgentId(change.agent().value() + "." + copy);
    Resources offered =
        change.resources() == null || agents.resources() == null
            ? change.resources()
            : agents.resources();
    return new AgentChange(change.at(), id, offered, change.attributes());
  }
}
