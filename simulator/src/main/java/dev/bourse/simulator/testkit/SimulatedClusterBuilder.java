package dev.bourse.simulator.testkit;

import dev.bourse.simulator.agent.Behaviour;
import dev.bourse.topics.command.SchedulingSettings;
import dev.bourse.topics.command.Settings;
import dev.bourse.topics.order.LaunchTask;
import dev.bourse.topics.resources.Resources;
import java.time.Duration;
import java.util.function.Function;

/** What a simulated cluster is to be like; what is not said has a default. */
public final class SimulatedClusterBuilder {

  private static final Duration USUAL_TIMEOUT = Duration.ofSeconds(30);

  private int agents = 3;
  private Resources resources = Resources.parse("cpus:4;memory:8192;disk:16384");
  private long seed = 1;
  private Settings settings = Settings.DEFAULT;
  private Duration agentTimeout = USUAL_TIMEOUT;
  private Function<LaunchTask, Behaviour> commands = Behaviour::of;

  SimulatedClusterBuilder() {}

  /** How many agents there are: {@code n0}, {@code n1} and so on; default 3. */
  public SimulatedClusterBuilder agents(int count) {
    if (count < 0) {
      throw new IllegalArgumentException("agents: is " + count + ", but must be 0 or more");
    }
    agents = count;
    return this;
  }

  /**
   * What each agent has; default {@code cpus:4;memory:8192;disk:16384}, memory and disk in
   * mebibytes.
   */
  public SimulatedClusterBuilder resources(String ofEach) {
    resources = Resources.parse(ofEach);
    return this;
  }

  /** Decides everything that is left to chance: latencies, who comes first; default 1. */
  public SimulatedClusterBuilder seed(long number) {
    seed = number;
    return this;
  }

  /**
   * What the operator has set; default {@link Settings#DEFAULT}. What else is said here of offers
   * and frameworks is to be said after this.
   */
  public SimulatedClusterBuilder settings(Settings ofTheCore) {
    settings = ofTheCore;
    return this;
  }

  /** How long an offer may be left unanswered; zero for ever; default 30 s. */
  public SimulatedClusterBuilder offerTimeout(Duration timeout) {
    SchedulingSettings now = settings.offers();
    return scheduling(
        timeout.toMillis(), now.callsPerSecond(), now.callBurst(), now.frameworkTimeoutMillis());
  }

  /** How long a framework may be silent before it counts as disconnected; default 15 s. */
  public SimulatedClusterBuilder frameworkTimeout(Duration silence) {
    SchedulingSettings now = settings.offers();
    return scheduling(
        now.offerTimeoutMillis(), now.callsPerSecond(), now.callBurst(), silence.toMillis());
  }

  /**
   * How many calls a framework may make each second on average, and at once; default 1,000 and
   * 5,000.
   */
  public SimulatedClusterBuilder calls(int perSecond, int burst) {
    SchedulingSettings now = settings.offers();
    return scheduling(now.offerTimeoutMillis(), perSecond, burst, now.frameworkTimeoutMillis());
  }

  private SimulatedClusterBuilder scheduling(
      long offerTimeoutMillis, int callsPerSecond, int callBurst, long frameworkTimeoutMillis) {
    SchedulingSettings now = settings.offers();
    settings =
        settings.withScheduling(
            new SchedulingSettings(
                now.offersPerStep(),
                offerTimeoutMillis,
                now.refuseMillis(),
                now.allocationIntervalMillis(),
                now.minAllocatable(),
                now.sorter(),
                now.excludedResources(),
                callsPerSecond,
                callBurst,
                now.heartbeatMillis(),
                frameworkTimeoutMillis,
                now.resendMillis(),
                now.maxResendMillis(),
                now.reserveAfterMillis(),
                now.preemptAfterMillis(),
                now.preemptionsPerMinute(),
                now.agentRemovalsPerMinute(),
                now.region()));
    return this;
  }

  /** How long an agent may be silent before it counts as unreachable; default 30 s. */
  public SimulatedClusterBuilder agentTimeout(Duration silence) {
    agentTimeout = silence;
    return this;
  }

  /**
   * What commands do, by their launch: the command line is in {@code launch.process().argv()}, the
   * number of the attempt in {@code launch.attempt()}. Default {@link Behaviour#of}: what a command
   * line of the form {@code sim MILLIS EXITS ONTERM} says, and else an end at once with 0.
   */
  public SimulatedClusterBuilder commands(Function<LaunchTask, Behaviour> behaviour) {
    commands = behaviour;
    return this;
  }

  /** Starts it. */
  public SimulatedCluster build() {
    return new SimulatedCluster(this);
  }

  int agents() {
    return agents;
  }

  Resources resources() {
    return resources;
  }

  long seed() {
    return seed;
  }

  Settings settings() {
    return settings;
  }

  Duration agentTimeout() {
    return agentTimeout;
  }

  Function<LaunchTask, Behaviour> commands() {
    return commands;
  }
}
