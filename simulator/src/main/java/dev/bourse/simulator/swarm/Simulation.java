package dev.bourse.simulator.swarm;

import dev.bourse.core.state.ClusterState;
import dev.bourse.core.state.JobRow;
import dev.bourse.simulator.agent.SimAgent;
import dev.bourse.simulator.check.Auditor;
import dev.bourse.simulator.check.Ending;
import dev.bourse.simulator.check.Violation;
import dev.bourse.simulator.fault.Fault;
import dev.bourse.simulator.fault.Nemesis;
import dev.bourse.simulator.load.Operators;
import dev.bourse.simulator.load.Pipelines;
import dev.bourse.simulator.load.Schedulers;
import dev.bourse.simulator.load.Users;
import dev.bourse.simulator.log.SimLog;
import dev.bourse.simulator.master.Rules;
import dev.bourse.simulator.master.SimMaster;
import dev.bourse.simulator.world.Chance;
import dev.bourse.simulator.world.Coverage;
import dev.bourse.simulator.world.Story;
import dev.bourse.simulator.world.World;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.JobId;
import dev.bourse.topics.resources.Resources;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The life of one cluster. First everything may go wrong, and nothing wrong may be done (safety).
 * Then nothing goes wrong any more, and everything must come to its end (liveness).
 */
public final class Simulation {

  private static final Resources MACHINE = Resources.parse("cpus:4;memory:8192;disk:16384");
  private static final long AGENT_TIMEOUT_MILLIS = 30_000;
  private static final long MINUTE = 60_000;

  /** A clock that was five minutes ahead is set back: what was to be done at once is done then. */
  private static final long SETTLING_MILLIS = 8 * MINUTE;

  /** A refused agent registers again every minute. */
  private static final long STRAYS_MILLIS = 3 * MINUTE;

  private static final long WORK_MILLIS = 22 * MINUTE;
  private static final long LIVENESS_MILLIS = 6 * 60 * MINUTE;
  private static final long FORGETTING_MILLIS = 3 * 60 * MINUTE;

  private final Plan plan;
  private final World world;
  private final Coverage coverage = new Coverage();
  private final SimLog log = new SimLog();
  private final Auditor auditor;
  private final SimMaster master;
  private final List<SimAgent> agents = new ArrayList<>();
  private final Users users;
  private final Pipelines pipelines;
  private final Schedulers schedulers;
  private final Operators operators;
  private final Nemesis nemesis;

  /** A cluster that is about to start. */
  public Simulation(Plan plan, Rules rules, Story story) {
    this.plan = plan;
    this.world = new World(story);
    Chance chance = new Chance(plan.seed() ^ 0x5DEECE66DL);
    this.auditor = new Auditor(rules, coverage);
    this.master =
        new SimMaster(
            world,
            log,
            chance.split(),
            rules,
            plan.settings(),
            AGENT_TIMEOUT_MILLIS,
            coverage,
            auditor);
    for (int i = 0; i < plan.agents(); i++) {
      agents.add(
          new SimAgent(
              "n" + i,
              MACHINE,
              world,
              log,
              chance.split(),
              coverage,
              plan.encoded(),
              master::heartbeat,
              auditor.truth()));
    }
    this.users =
        new Users(
            world,
            log,
            chance.split(),
            plan.roles(),
            plan.large(),
            plan.round(),
            plan.faults().contains(Fault.DUPLICATES),
            plan.cancelOneIn());
    this.pipelines =
        new Pipelines(world, log, chance.split(), coverage, plan.frameworks(), plan.roles());
    this.schedulers =
        new Schedulers(
            world,
            log,
            chance.split(),
            coverage,
            master::heartbeat,
            plan.encoded(),
            plan.schedulers(),
            plan.roles());
    this.operators =
        new Operators(
            world, log, chance.split(), agents.stream().map(SimAgent::id).toList(), plan.encoded());
    Chance operator = chance.split();
    this.nemesis =
        new Nemesis(
            world,
            chance.split(),
            log,
            master,
            agents,
            users,
            pipelines,
            schedulers,
            () -> Plan.settings(operator),
            plan.meanFaultMillis());
  }

  /**
   * Lives it to its end.
   *
   * @throws Violation when something is done that must never be, or not done that must be
   */
  public Coverage run() {
    master.start();
    agents.forEach(SimAgent::start);
    users.arrange(plan.jobs(), plan.faultyMillis());
    pipelines.start();
    schedulers.start();
    if (plan.operators()) {
      operators.begin(plan.meanFaultMillis());
    }
    nemesis.begin(plan.faults());
    pass(plan.faultyMillis());
    world.note("", "from here on nothing goes wrong any more");
    nemesis.end(MACHINE);
    if (plan.operators()) {
      operators.end();
    }
    pass(SETTLING_MILLIS);
    Set<Long> strays = auditor.truth().strays();
    pass(STRAYS_MILLIS);
    auditor.truth().checkGone(strays);
    // Jobs that nobody can run are taken back, and so are some that somebody could.
    pass(WORK_MILLIS);
    users.cancelAll(waiting());
    schedulers.behave();
    settle();
    auditor.truth().checkQuiet();
    Ending.checkTables(log, state());
    pass(FORGETTING_MILLIS);
    Ending.checkForgotten(state(), agents.size());
    return coverage;
  }

  /** How many steps were committed. */
  public int steps() {
    return log.journal().size();
  }

  /** The digest of the whole history: the same seed has the same. */
  public String digest() {
    return master.digest();
  }

  /** Its topics. */
  public SimLog log() {
    return log;
  }

  private void settle() {
    long end = world.now() + LIVENESS_MILLIS;
    while (!isSettled()) {
      if (world.now() >= end) {
        throw new Violation(
            "after %d minutes without faults there is still %s; %s; pipelines are %s; of frameworks %s"
                .formatted(
                    LIVENESS_MILLIS / MINUTE,
                    state().jobs(),
                    busy(),
                    pipelines.isOver() ? "over" : "not over",
                    state().tasks()));
      }
      pass(MINUTE);
    }
  }

  private boolean isSettled() {
    return state().jobs().isEmpty()
        && pipelines.isOver()
        && schedulers.isOver()
        && state().tasks().isEmpty()
        && agents.stream().allMatch(SimAgent::isIdle);
  }

  private List<AgentId> busy() {
    return agents.stream().filter(agent -> !agent.isIdle()).map(SimAgent::id).toList();
  }

  private List<JobId> waiting() {
    return state().jobs().stream().map(JobRow::id).toList();
  }

  private ClusterState state() {
    return auditor.state();
  }

  private void pass(long millis) {
    world.runUntil(world.now() + millis);
  }
}
