package dev.bourse.simulator.swarm;

import dev.bourse.simulator.fault.Fault;
import dev.bourse.simulator.load.RoleNames;
import dev.bourse.simulator.world.Chance;
import dev.bourse.topics.command.RoleSettings;
import dev.bourse.topics.command.SchedulingSettings;
import dev.bourse.topics.command.Settings;
import dev.bourse.topics.resources.Quantities;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a seed stands for: swarm testing switches each feature and each kind of fault on or off, so
 * that no one of them hides what another would show (Groce et al., Swarm Testing, ISSTA 2012).
 *
 * @param seed everything else follows from it, and from {@code agents}
 * @param agents how many machines there are
 * @param jobs how many submissions
 * @param faultyMillis how long things go wrong
 * @param faults what goes wrong
 * @param meanFaultMillis between two faults of one kind
 * @param roles how many roles submit
 * @param frameworks how many programs submit jobs and follow them
 * @param schedulers how many frameworks are offered resources
 * @param operators whether operators change their minds
 * @param large whether some jobs ask for more than any machine has
 * @param round whether jobs ask for amounts of which several fill a machine
 * @param encoded whether records travel as bytes
 * @param cancelOneIn one of so many jobs is cancelled by its user
 * @param settings what the operator has configured at first
 */
public record Plan(
    long seed,
    int agents,
    int jobs,
    long faultyMillis,
    Set<Fault> faults,
    long meanFaultMillis,
    int roles,
    int frameworks,
    int schedulers,
    boolean operators,
    boolean large,
    boolean round,
    boolean encoded,
    int cancelOneIn,
    Settings settings) {

  private static final long MINUTE = 60_000;

  /** What is worth an offer; small jobs ask for less than some of these. */
  private static final List<String> LEAST =
      List.of("cpus:0.01|memory:32", "", "cpus:0.1", "cpus:0.05;memory:16");

  private static final int MAX_FRAMEWORKS = 3;

  /** What this seed stands for on so many machines. */
  public static Plan of(long seed, int agents) {
    Chance chance = new Chance(seed);
    Set<Fault> faults = EnumSet.noneOf(Fault.class);
    for (Fault fault : Fault.values()) {
      if (chance.oneIn(3)) {
        faults.add(fault);
      }
    }
    return new Plan(
        seed,
        agents,
        (int) chance.between(20, 200),
        chance.between(5, 40) * MINUTE,
        faults,
        chance.between(20_000, 5 * MINUTE),
        (int) chance.between(1, RoleNames.count()),
        (int) (chance.oneIn(2) ? chance.between(1, MAX_FRAMEWORKS) : 0),
        (int) (chance.oneIn(3) ? chance.between(1, 2) : 0),
        chance.oneIn(3),
        chance.oneIn(2),
        chance.oneIn(3),
        chance.oneIn(4),
        (int) chance.between(4, 20),
        settings(chance));
  }

  /** What an operator may come up with. */
  static Settings settings(Chance chance) {
    return new Settings(
        chance.between(1, 10) * MINUTE,
        chance.between(1, 60) * MINUTE,
        chance.between(1, 60) * MINUTE,
        (int) (chance.oneIn(2) ? chance.between(1, 5) : 100),
        (int) (chance.oneIn(2) ? chance.between(1, 5) : 1_000),
        chance.oneIn(2) ? roles(chance) : null,
        chance.oneIn(2) ? scheduling(chance) : null);
  }

  private static SchedulingSettings scheduling(Chance chance) {
    SchedulingSettings usual = SchedulingSettings.DEFAULT;
    return new SchedulingSettings(
        (int) (chance.oneIn(2) ? chance.between(1, 5) : usual.offersPerStep()),
        chance.oneIn(4) ? 0 : chance.between(1_000, 2 * MINUTE),
        chance.between(0, 20_000),
        chance.between(100, 5_000),
        chance.of(LEAST),
        chance.oneIn(4) ? SchedulingSettings.Sorter.RANDOM : SchedulingSettings.Sorter.DRF,
        chance.oneIn(4) ? List.of("disk", "memory") : List.of(),
        (int) (chance.oneIn(3) ? chance.between(1, 10) : usual.callsPerSecond()),
        (int) (chance.oneIn(3) ? chance.between(5, 20) : usual.callBurst()),
        usual.heartbeatMillis(),
        chance.between(10_000, MINUTE),
        chance.between(1_000, 20_000),
        chance.between(20_000, 5 * MINUTE),
        waiting(chance, usual.reserveAfterMillis()),
        waiting(chance, usual.preemptAfterMillis()),
        (int) (chance.oneIn(2) ? chance.between(1, 5) : usual.preemptionsPerMinute()),
        (int) (chance.oneIn(4) ? chance.between(1, 10) : 0),
        null);
  }

  /** How long somebody waits before others make room for him; 0 for ever. */
  private static long waiting(Chance chance, long usual) {
    return switch (chance.below(4)) {
      case 0 -> 0;
      case 1 -> chance.between(5_000, usual);
      default -> usual;
    };
  }

  /** Weights, and limits that the largest jobs may be above. */
  private static SortedMap<String, RoleSettings> roles(Chance chance) {
    TreeMap<String, RoleSettings> roles = new TreeMap<>();
    for (int i = 0; i < chance.between(1, RoleNames.count()); i++) {
      Quantities limit =
          Quantities.parse("cpus:%d;memory:%d".formatted(chance.between(3, 20), 20_000));
      roles.put(
          RoleNames.of(i),
          new RoleSettings(
              (int) chance.between(1, 5) * RoleSettings.DEFAULT_WEIGHT,
              chance.oneIn(2) ? limit : null,
              chance.oneIn(8) ? Quantities.of("cpus", chance.between(500, 3_000)) : null));
    }
    return roles;
  }
}
