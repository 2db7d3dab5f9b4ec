package dev.bourse.simulator.check;

import dev.bourse.core.state.AgentRow;
import dev.bourse.core.state.ClusterState;
import dev.bourse.core.state.OfferRow;
import dev.bourse.core.state.TaskRow;
import dev.bourse.topics.command.RoleSettings;
import dev.bourse.topics.framework.FrameworkInfo;
import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.resources.Quantities;
import dev.bourse.topics.view.AgentState;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Whose turn it is, written down a second time: of two roles the one whose branch, below the role
 * that both are in, has the smaller dominant share for its weight; then the one that was given
 * something less often; then the first by name. What a role has for itself is a branch below it.
 */
final class Turns {

  /** How the job service is called among those that share a role. */
  static final String JOBS = "*jobs";

  private static final String ITSELF = ".";

  private final Rulebook rules;
  private final Map<String, TreeMap<String, Long>> grants = new TreeMap<>();

  Turns(Rulebook rules) {
    this.rules = rules;
  }

  /** Somebody is given something once more. */
  void granted(String role, @Nullable FrameworkId framework) {
    grants.computeIfAbsent(role, name -> new TreeMap<>()).merge(client(framework), 1L, Long::sum);
  }

  /** What was given to a framework in roles that it has left does not count any more. */
  void entered(FrameworkId framework, FrameworkInfo info) {
    grants.forEach(
        (role, clients) -> {
          if (info.role(role) == null) {
            clients.remove(framework.value());
          }
        });
  }

  /** Nothing is known any more of a framework. */
  void forgotten(FrameworkId framework) {
    grants.values().forEach(clients -> clients.remove(framework.value()));
  }

  static String client(@Nullable FrameworkId framework) {
    return framework == null ? JOBS : framework.value();
  }

  /** Whether a role comes before another one. */
  boolean isBefore(String role, String other, ClusterState state) {
    List<String> one = branches(role);
    List<String> two = branches(other);
    int at = 0;
    while (one.get(at).equals(two.get(at))) {
      at++;
    }
    String left = one.get(at);
    String right = two.get(at);
    int byShare =
        compare(
            held(holder -> isBelow(holder, left), null, state),
            weight(left),
            held(holder -> isBelow(holder, right), null, state),
            weight(right),
            state);
    if (byShare == 0) {
      byShare = Long.compare(grants(left), grants(right));
    }
    return byShare != 0 ? byShare < 0 : last(left).compareTo(last(right)) < 0;
  }

  /** Whether one of those that share a role comes before another one. */
  boolean isBefore(String role, String client, String other, ClusterState state) {
    int byShare =
        compare(
            held(role::equals, client, state),
            RoleSettings.DEFAULT_WEIGHT,
            held(role::equals, other, state),
            RoleSettings.DEFAULT_WEIGHT,
            state);
    if (byShare == 0) {
      TreeMap<String, Long> counts = grants.getOrDefault(role, new TreeMap<>());
      byShare = Long.compare(counts.getOrDefault(client, 0L), counts.getOrDefault(other, 0L));
    }
    return byShare != 0 ? byShare < 0 : client.compareTo(other) < 0;
  }

  /** From the top to the role itself. */
  private static List<String> branches(String role) {
    List<String> branches = new ArrayList<>();
    for (int end = role.indexOf('/'); end >= 0; end = role.indexOf('/', end + 1)) {
      branches.add(role.substring(0, end));
    }
    branches.add(role);
    branches.add(role + "/" + ITSELF);
    return branches;
  }

  private static String last(String branch) {
    return branch.substring(branch.lastIndexOf('/') + 1);
  }

  private static boolean isItself(String branch) {
    return last(branch).equals(ITSELF);
  }

  private static boolean isBelow(String role, String branch) {
    return isItself(branch) ? role.equals(Rulebook.above(branch)) : Rulebook.isIn(role, branch);
  }

  private int weight(String branch) {
    return isItself(branch) ? RoleSettings.DEFAULT_WEIGHT : rules.role(branch).weight();
  }

  private long grants(String branch) {
    long sum = 0;
    for (var entry : grants.entrySet()) {
      if (isBelow(entry.getKey(), branch)) {
        for (long count : entry.getValue().values()) {
          sum += count;
        }
      }
    }
    return sum;
  }

  private static Quantities held(
      Predicate<String> roles, @Nullable String client, ClusterState state) {
    Quantities held = Quantities.EMPTY;
    for (TaskRow task : state.tasks()) {
      if (roles.test(task.role()) && (client == null || client.equals(client(task.framework())))) {
        held = held.plus(task.resources().quantities());
      }
    }
    for (OfferRow offer : state.offers()) {
      if (!offer.optimistic()
          && roles.test(offer.role())
          && (client == null || client.equals(client(offer.framework())))) {
        held = held.plus(offer.resources().quantities());
      }
    }
    return held;
  }

  private int compare(
      Quantities held, int weight, Quantities other, int otherWeight, ClusterState state) {
    Quantities total = total(state);
    BigInteger[] one = share(held, total);
    BigInteger[] two = share(other, total);
    BigInteger left = one[0].multiply(two[1]).multiply(BigInteger.valueOf(otherWeight));
    return left.compareTo(two[0].multiply(one[1]).multiply(BigInteger.valueOf(weight)));
  }

  private static Quantities total(ClusterState state) {
    Quantities total = Quantities.EMPTY;
    for (AgentRow agent : state.agents()) {
      if (agent.state() == AgentState.REGISTERED) {
        total = total.plus(agent.resources().quantities());
      }
    }
    return total;
  }

  /** The dominant share as a fraction. */
  private BigInteger[] share(Quantities held, Quantities total) {
    BigInteger[] dominant = {BigInteger.ZERO, BigInteger.ONE};
    for (String name : held.names()) {
      if (total.get(name) > 0 && !rules.scheduling().excludedResources().contains(name)) {
        BigInteger part = BigInteger.valueOf(held.get(name));
        BigInteger whole = BigInteger.valueOf(total.get(name));
        if (part.multiply(dominant[1]).compareTo(dominant[0].multiply(whole)) > 0) {
          dominant = new BigInteger[] {part, whole};
        }
      }
    }
    return dominant;
  }
}
