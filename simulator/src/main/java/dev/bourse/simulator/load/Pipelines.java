package dev.bourse.simulator.load;

import dev.bourse.core.TableChange;
import dev.bourse.core.TableChange.PublicTable;
import dev.bourse.sdk.example.Pipeline;
import dev.bourse.simulator.agent.Behaviour;
import dev.bourse.simulator.agent.Behaviour.OnTerm;
import dev.bourse.simulator.check.Violation;
import dev.bourse.simulator.log.SimLog;
import dev.bourse.simulator.testkit.SimulatedFramework;
import dev.bourse.simulator.world.Chance;
import dev.bourse.simulator.world.Coverage;
import dev.bourse.simulator.world.Situation;
import dev.bourse.simulator.world.World;
import dev.bourse.topics.job.JobState;
import dev.bourse.topics.view.JobView;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Frameworks among the users: programs that follow their jobs, end at any moment and start again.
 * No stage may begin before the one in front of it has succeeded, and each must come to its end.
 */
public final class Pipelines {

  private static final Pattern ID = Pattern.compile("(pipe-\\d+)\\.(\\d+)\\.\\d+");
  private static final int MAX_STAGES = 4;
  private static final int TRIES = 3;

  private final Chance chance;
  private final Coverage coverage;
  private final int roles;
  private final List<SimulatedFramework<Pipeline>> frameworks = new ArrayList<>();
  private final Set<String> succeeded = new TreeSet<>();

  /** Frameworks that have not begun. */
  public Pipelines(
      World world, SimLog log, Chance chance, Coverage coverage, int count, int roles) {
    this.chance = chance;
    this.coverage = coverage;
    this.roles = roles;
    for (int i = 0; i < count; i++) {
      String name = "pipe-" + i;
      List<String> stages = stages();
      frameworks.add(
          new SimulatedFramework<>(
              () -> new Pipeline(name, stages, TRIES), world, log, chance.split()));
    }
    log.onChange(this::changed);
  }

  private List<String> stages() {
    List<String> stages = new ArrayList<>();
    for (long i = chance.between(1, MAX_STAGES); i > 0; i--) {
      // Until all is said and done it must be remembered that a stage has succeeded.
      stages.add(
          "{\"command\":[%s],\"role\":\"%s\",\"ttl\":\"90m\",\"resources\":{\"cpus\":1}}"
              .formatted(command(), RoleNames.any(chance, roles)));
    }
    return stages;
  }

  private String command() {
    List<String> words =
        Behaviour.argv(chance.between(10, 120_000), List.of(chance.oneIn(6) ? 1 : 0), OnTerm.END);
    return "\"" + String.join("\",\"", words) + "\"";
  }

  /** Starts all. */
  public void start() {
    frameworks.forEach(SimulatedFramework::start);
  }

  /** One of them ends at once, if there is any, and starts again after a while. */
  public void crash(World world, long millis) {
    if (!frameworks.isEmpty()) {
      SimulatedFramework<Pipeline> framework = chance.of(frameworks);
      coverage.mark(Situation.FRAMEWORK_CRASHED);
      framework.crash();
      world.after(millis, framework::start);
    }
  }

  /** Whether each has come to its end. */
  public boolean isOver() {
    return frameworks.stream()
        .map(SimulatedFramework::get)
        .allMatch(pipeline -> pipeline.isDone() || pipeline.hasFailed());
  }

  private void changed(TableChange change) {
    if (change.table() == PublicTable.JOBS && change.view() instanceof JobView job) {
      Matcher id = ID.matcher(job.key());
      if (id.matches()) {
        changed(job, id.group(1), Integer.parseInt(id.group(2)));
      }
    }
  }

  private void changed(JobView job, String pipeline, int stage) {
    if (stage > 0 && !succeeded.contains(pipeline + "." + (stage - 1))) {
      throw new Violation(job.id() + " is there, and the stage before it has not succeeded");
    }
    if (job.state() == JobState.SUCCEEDED) {
      succeeded.add(pipeline + "." + stage);
    } else if (job.state().isTerminal()) {
      coverage.mark(Situation.FRAMEWORK_MET_A_FAILURE);
    }
  }
}
