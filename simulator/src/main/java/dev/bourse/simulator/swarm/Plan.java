package dev.bourse.simulator.swarm;

import dev.bourse.simulator.fault.Fault;
import dev.bourse.simulator.world.Chance;
import dev.bourse.topics.command.RoleSettings;
import dev.bourse.topics.command.Settings;
import dev.bourse.topics.resources.Quantities;
import java.util.EnumSet;
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
    boolean large,
    boolean round,
    boolean encoded,
    int cancelOneIn,
    Settings settings) {

  private static final long MINUTE = 60_000;
  private static final int MAX_ROLES = 4;
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
        (int) chance.between(1, MAX_ROLES),
        (int) (chance.oneIn(2) ? chance.between(1, MAX_FRAMEWORKS) : 0),
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
        null);
  }

  /** Weights, and limits that the largest jobs may be above. */
  private static SortedMap<String, RoleSettings> roles(Chance chance) {
    TreeMap<String, RoleSettings> roles = new TreeMap<>();
    for (int i = 0; i < chance.between(1, MAX_ROLES); i++) {
      Quantities limit =
          Quantities.parse("cpus:%d;memory:%d".formatted(chance.between(3, 20), 20_000));
      roles.put(
          "role-" + i,
          new RoleSettings(
              (int) chance.between(1, 5) * RoleSettings.DEFAULT_WEIGHT,
              chance.oneIn(2) ? limit : null));
    }
    return roles;
  }
}
