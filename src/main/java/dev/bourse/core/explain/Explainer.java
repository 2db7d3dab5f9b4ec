package dev.bourse.core.explain;

import dev.bourse.core.allocator.Allocator;
import dev.bourse.core.allocator.filter.AgentFilter;
import dev.bourse.core.allocator.filter.Veto;
import dev.bourse.core.allocator.quota.Guarantees;
import dev.bourse.core.allocator.room.Holds;
import dev.bourse.core.explain.Waiting.Exclusion;
import dev.bourse.core.explain.Waiting.Nearest;
import dev.bourse.core.explain.Waiting.Quota;
import dev.bourse.core.explain.Waiting.RoleStanding;
import dev.bourse.core.state.AgentRow;
import dev.bourse.core.state.ClusterState;
import dev.bourse.core.state.HoldRow;
import dev.bourse.core.state.JobRow;
import dev.bourse.core.state.OfferRow;
import dev.bourse.core.state.PendingJobs;
import dev.bourse.topics.command.RoleSettings;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.resources.Quantities;
import dev.bourse.topics.resources.Resources;
import dev.bourse.topics.resources.Roles;
import dev.bourse.topics.view.AgentState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a waiting job as the allocator does, with the allocator's own filters, and counts what
 * stands in its way.
 */
public final class Explainer {

  private static final int EXAMPLES = 3;
  private static final long THOUSAND = 1_000;

  private final ClusterState state;
  private final List<AgentFilter> filters = Allocator.standardFilters();

  /** Of this state. */
  public Explainer(ClusterState state) {
    this.state = state;
  }

  /** Why a job waits that is pending. */
  public Waiting explain(JobRow job) {
    TreeMap<String, List<AgentId>> reasons = new TreeMap<>();
    List<AgentId> room = new ArrayList<>();
    for (AgentRow agent : state.agents()) {
      String reason = against(agent, job);
      if (reason == null) {
        room.add(agent.id());
      } else {
        reasons.computeIfAbsent(reason, key -> new ArrayList<>()).add(agent.id());
      }
    }
    String role = job.spec().role();
    return new Waiting(
        job.spec().resources(),
        place(job),
        queued(role),
        standing(role),
        rolesAhead(role),
        quota(job),
        exclusions(reasons),
        room,
        room.isEmpty() ? nearest(job.spec().resources()) : null);
  }

  /** Whether the machine is there comes first; then what it lacks, which says more than "full". */
  private @Nullable String against(AgentRow agent, JobRow job) {
    if (!isThere(agent)) {
      return "agent is " + agent.state();
    }
    String lack = lack(agent, job);
    if (lack != null) {
      return lack;
    }
    for (AgentFilter filter : filters) {
      Veto veto = filter.veto(agent, state);
      if (veto != null) {
        return veto.reason();
      }
    }
    return kept(agent, job);
  }

  /** What is free may be kept for others. */
  private @Nullable String kept(AgentRow agent, JobRow job) {
    Resources asks = job.spec().resources();
    Resources free = state.free(agent.id()).allocatableTo(job.spec().role());
    HoldRow hold = state.hold(agent.id());
    if (hold != null
        && !job.id().equals(hold.job())
        && !Holds.beside(hold, free).flattened().contains(asks)) {
      return "kept for job '" + hold.job() + "', which has waited for longer";
    }
    Guarantees guarantees = Guarantees.of(state);
    return guarantees == null
            || guarantees.beside(job.spec().role(), free).flattened().contains(asks)
            || guarantees.towards(job.spec().role(), free).flattened().contains(asks)
        ? null
        : "what is free is kept for the guarantees of other roles";
  }

  private static boolean isThere(AgentRow agent) {
    return agent.state() == AgentState.REGISTERED;
  }

  private @Nullable String lack(AgentRow agent, JobRow job) {
    Resources asks = job.spec().resources();
    Quantities wanted = asks.quantities();
    List<String> never = lacking(agent.resources().quantities(), wanted);
    if (!never.isEmpty()) {
      return "too little " + String.join(", ", never) + " on the whole machine";
    }
    Resources allocatable = state.free(agent.id()).allocatableTo(job.spec().role());
    List<String> now = lacking(allocatable.quantities(), wanted);
    if (!now.isEmpty()) {
      String waiting = offeredTo(agent, job);
      return waiting == null ? "too little " + String.join(", ", now) + " free" : waiting;
    }
    return allocatable.flattened().contains(asks) ? null : "has it only under another reservation";
  }

  /** What nobody uses may be offered to frameworks, which have not answered yet. */
  private @Nullable String offeredTo(AgentRow agent, JobRow job) {
    Resources with = state.free(agent.id());
    TreeSet<String> frameworks = new TreeSet<>();
    for (OfferRow offer : state.offersOn(agent.id())) {
      if (!offer.optimistic() && offer.framework() != null) {
        with = with.plus(offer.resources());
        frameworks.add("'" + offer.framework() + "'");
      }
    }
    Quantities wanted = job.spec().resources().quantities();
    boolean fits = lacking(with.allocatableTo(job.spec().role()).quantities(), wanted).isEmpty();
    return fits && !frameworks.isEmpty()
        ? "it is offered to framework "
            + String.join(", ", frameworks)
            + ", which has not answered yet"
        : null;
  }

  private static List<String> lacking(Quantities there, Quantities wanted) {
    List<String> names = new ArrayList<>();
    for (String name : wanted.names()) {
      if (there.get(name) < wanted.get(name)) {
        names.add(name);
      }
    }
    return names;
  }

  private static List<Exclusion> exclusions(Map<String, List<AgentId>> reasons) {
    List<Exclusion> exclusions = new ArrayList<>();
    reasons.forEach(
        (reason, agents) ->
            exclusions.add(
                new Exclusion(
                    reason, agents.size(), agents.subList(0, Math.min(EXAMPLES, agents.size())))));
    exclusions.sort(Comparator.comparingInt(Exclusion::agents).reversed());
    return exclusions;
  }

  /** The first limit that is in its way, of its role or one above it. */
  private @Nullable Quota quota(JobRow job) {
    for (String at = job.spec().role(); at != null; at = Roles.parent(at)) {
      Quota quota = quota(job, at, state.role(at).limit());
      if (quota != null) {
        return quota;
      }
    }
    return null;
  }

  private @Nullable Quota quota(JobRow job, String role, @Nullable Quantities limit) {
    if (limit == null) {
      return null;
    }
    Quantities asks = job.spec().resources().quantities();
    Quantities held = state.consumedBy(role);
    Resources missing = Resources.EMPTY;
    boolean ever = true;
    for (String name : limit.names()) {
      long most = limit.get(name);
      long tooMuch = asks.get(name) + held.get(name) - most;
      if (tooMuch > 0 && asks.get(name) > 0) {
        missing = missing.plus(Resources.scalar(name, tooMuch));
        ever &= asks.get(name) <= most;
      }
    }
    return missing.isEmpty() ? null : new Quota(limit, missing, ever);
  }

  private int place(JobRow job) {
    PendingJobs queue = state.pending().get(job.spec().role());
    int before = 0;
    if (queue != null) {
      for (JobRow other : queue.all()) {
        boolean first =
            other.spec().priority() != job.spec().priority()
                ? other.spec().priority() > job.spec().priority()
                : other.queueOrder() < job.queueOrder();
        before += first ? 1 : 0;
      }
    }
    return before + 1;
  }

  private int queued(String role) {
    PendingJobs queue = state.pending().get(role);
    return queue == null ? 0 : queue.size();
  }

  private RoleStanding standing(String role) {
    Quantities held = state.usedBy(role);
    long share = 0;
    for (String name : held.names()) {
      long whole = state.total().get(name);
      if (whole > 0) {
        // Divided first where it could overflow.
        share =
            Math.max(
                share,
                whole > Long.MAX_VALUE / THOUSAND
                    ? held.get(name) / (whole / THOUSAND)
                    : held.get(name) * THOUSAND / whole);
      }
    }
    RoleSettings settings = state.role(role);
    return new RoleStanding(role, held.toString(), share, settings.weight(), settings.limit());
  }

  private int rolesAhead(String role) {
    int ahead = 0;
    Iterator<String> roles = state.shares().roles();
    while (roles.hasNext()) {
      if (roles.next().equals(role)) {
        return ahead;
      }
      ahead++;
    }
    return ahead;
  }

  /** Of the agents that could run it alone, else of all, the one that lacks the least. */
  private Nearest nearest(Resources asks) {
    AgentRow best = null;
    boolean bestFits = false;
    long bestLack = Long.MAX_VALUE;
    for (AgentRow agent : state.agents()) {
      if (isThere(agent)) {
        boolean fits = agent.resources().contains(asks);
        Resources there = fits ? state.free(agent.id()) : agent.resources();
        long lack = lackThousandths(there.quantities(), asks.quantities());
        if (best == null || (fits && !bestFits) || (fits == bestFits && lack < bestLack)) {
          best = agent;
          bestFits = fits;
          bestLack = lack;
        }
      }
    }
    if (best == null) {
      return new Nearest(null, Resources.EMPTY, asks, false, Resources.EMPTY);
    }
    Resources free = state.free(best.id());
    return new Nearest(
        best.id(),
        free,
        difference(asks, bestFits ? free : best.resources()),
        bestFits,
        smaller(asks, free));
  }

  /** The largest part that is missing of anything, in thousandths of what is asked for. */
  private static long lackThousandths(Quantities there, Quantities wanted) {
    long lack = 0;
    for (String name : wanted.names()) {
      long missing = Math.max(0, wanted.get(name) - there.get(name));
      lack = Math.max(lack, missing / Math.max(1, wanted.get(name) / THOUSAND));
    }
    return lack;
  }

  private static Resources difference(Resources asks, Resources there) {
    Resources missing = Resources.EMPTY;
    for (String name : asks.quantities().names()) {
      long lack = asks.quantities().get(name) - there.quantities().get(name);
      if (lack > 0) {
        missing = missing.plus(Resources.scalar(name, lack));
      }
    }
    return missing;
  }

  private static Resources smaller(Resources asks, Resources free) {
    Resources smaller = Resources.EMPTY;
    for (String name : asks.quantities().names()) {
      long amount = Math.min(asks.quantities().get(name), free.quantities().get(name));
      smaller = smaller.plus(Resources.scalar(name, amount));
    }
    return smaller;
  }
}
