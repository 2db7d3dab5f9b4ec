package dev.bourse.gateway.rest;

import dev.bourse.gateway.view.AgentTable;
import dev.bourse.gateway.view.FrameworkTable;
import dev.bourse.gateway.view.JobTable;
import dev.bourse.gateway.view.RoleTable;
import dev.bourse.gateway.view.TaskTable;
import dev.bourse.topics.framework.RoleInfo;
import dev.bourse.topics.resources.Quantities;
import dev.bourse.topics.resources.Resource;
import dev.bourse.topics.resources.Resources;
import dev.bourse.topics.resources.Roles;
import dev.bourse.topics.view.AgentState;
import dev.bourse.topics.view.AgentView;
import dev.bourse.topics.view.FrameworkState;
import dev.bourse.topics.view.FrameworkView;
import dev.bourse.topics.view.RoleView;
import dev.bourse.topics.view.TaskView;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What is known of roles, from all tables together. */
@Singleton
final class RoleBook {

  private static final int DEFAULT_WEIGHT = 1_000;
  private static final double THOUSAND = 1_000;

  private final RoleTable roles;
  private final FrameworkTable frameworks;
  private final JobTable jobs;
  private final TaskTable tasks;
  private final AgentTable agents;

  RoleBook(
      RoleTable roles,
      FrameworkTable frameworks,
      JobTable jobs,
      TaskTable tasks,
      AgentTable agents) {
    this.roles = roles;
    this.frameworks = frameworks;
    this.jobs = jobs;
    this.tasks = tasks;
    this.agents = agents;
  }

  /** Every role that has settings, tasks, reservations, frameworks or jobs, and those above it. */
  List<Role> all() {
    return new Count().all();
  }

  /** One of them, or null. */
  @Nullable Role get(String role) {
    return new Count().get(role);
  }

  /** The tables at one time, more or less: they change while they are counted. */
  private final class Count {

    private final Map<String, Quantities> held = new TreeMap<>();
    private final Map<String, Quantities> reserved = new TreeMap<>();
    private final Map<String, List<String>> members = new TreeMap<>();
    private final Map<String, Integer> queued = new TreeMap<>(jobs.queuedByRole());
    private final TreeSet<String> names = new TreeSet<>();
    private Quantities total = Quantities.EMPTY;

    Count() {
      tasks.forEachLive(task -> add(held, task.role(), task.resources().quantities()));
      agents.all().forEach(this::countAgent);
      frameworks.all().forEach(this::countFramework);
      queued.keySet().forEach(this::name);
      roles.all().forEach(row -> name(row.role()));
    }

    List<Role> all() {
      return names.stream().map(this::show).toList();
    }

    @Nullable Role get(String role) {
      return names.contains(role) ? show(role) : null;
    }

    private void countAgent(AgentView agent) {
      if (agent.state() == AgentState.REGISTERED) {
        total = total.plus(agent.resources().quantities());
      }
      Resources bound = agent.resources().reserved();
      if (agent.state() != AgentState.GONE && !bound.isEmpty()) {
        Resources used =
            tasks.liveOn(agent.id()).stream()
                .map(TaskView::resources)
                .reduce(Resources.EMPTY, Resources::plus);
        for (Resource entry : bound.entries()) {
          String role = entry.reservedFor();
          if (role != null) {
            long left = Amounts.left(entry, used).thousandths();
            add(reserved, role, Quantities.of(entry.name(), left));
          }
        }
      }
    }

    private void countFramework(FrameworkView framework) {
      if (framework.state() != FrameworkState.REMOVED) {
        for (RoleInfo info : framework.info().roles()) {
          name(info.role());
          members
              .computeIfAbsent(info.role(), role -> new ArrayList<>())
              .add(framework.id().value());
        }
      }
    }

    /** To the role, and to those above it. */
    private void add(Map<String, Quantities> sums, String role, Quantities amounts) {
      for (String at = role; at != null; at = Roles.parent(at)) {
        names.add(at);
        sums.merge(at, amounts, Quantities::plus);
      }
    }

    private void name(String role) {
      for (String at = role; at != null; at = Roles.parent(at)) {
        names.add(at);
      }
    }

    private Role show(String role) {
      RoleView set = roles.get(role);
      Quantities holds = held.getOrDefault(role, Quantities.EMPTY);
      return new Role(
          role,
          weight(set == null ? DEFAULT_WEIGHT : set.weight()),
          set == null || set.limit() == null ? null : Amounts.of(set.limit()),
          set == null || set.guarantee() == null ? null : Amounts.of(set.guarantee()),
          Amounts.of(holds.withoutZeros()),
          Amounts.of(reserved.getOrDefault(role, Quantities.EMPTY).withoutZeros()),
          share(holds),
          members.getOrDefault(role, List.of()),
          queued.getOrDefault(role, 0));
    }

    private double share(Quantities holds) {
      double share = 0;
      for (Map.Entry<String, Long> amount : holds.amounts().entrySet()) {
        long whole = total.get(amount.getKey());
        if (whole > 0) {
          share = Math.max(share, (double) amount.getValue() / whole);
        }
      }
      return Math.round(share * THOUSAND) / THOUSAND;
    }

    private static BigDecimal weight(int thousandths) {
      BigDecimal weight = BigDecimal.valueOf(thousandths, 3).stripTrailingZeros();
      return weight.scale() < 0 ? weight.setScale(0) : weight;
    }
  }
}
