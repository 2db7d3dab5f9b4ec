package dev.bourse.simulator.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bourse.core.check.Digest;
import dev.bourse.core.state.AgentRow;
import dev.bourse.core.state.BucketRow;
import dev.bourse.core.state.ClusterState;
import dev.bourse.core.state.FilterRow;
import dev.bourse.core.state.FinishedJobRow;
import dev.bourse.core.state.FrameworkRow;
import dev.bourse.core.state.InverseOfferRow;
import dev.bourse.core.state.JobRow;
import dev.bourse.core.state.OfferRow;
import dev.bourse.core.state.PendingJobs;
import dev.bourse.core.state.ReconciliationRow;
import dev.bourse.core.state.Row;
import dev.bourse.core.state.TaskRow;
import dev.bourse.core.state.TimerRow;
import dev.bourse.core.state.UpdatesRow;
import dev.bourse.topics.codec.Json;
import dev.bourse.topics.command.RoleSettings;
import dev.bourse.topics.framework.RoleInfo;
import dev.bourse.topics.resources.Quantities;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A whole state as a tree: {@code cell}, {@code settings}, {@code agents}, {@code roles}, {@code
 * frameworks}, {@code jobs}, {@code finished}, {@code tasks}, {@code offers}, {@code
 * inverse-offers}, {@code filters}, {@code updates}, {@code reconciliations}, {@code buckets} and
 * {@code timers}. Times are texts, and what is not there is left out.
 */
public final class StateTree {

  private final ClusterState state;

  private StateTree(ClusterState state) {
    this.state = state;
  }

  /** The tree of a state. */
  public static ObjectNode of(ClusterState state) {
    return new StateTree(state).tree();
  }

  private ObjectNode tree() {
    ObjectNode tree = node();
    tree.set("cell", cell());
    tree.set("settings", Json.MAPPER.valueToTree(state.settings()));
    ObjectNode agents = tree.putObject("agents");
    state.agents().forEach(agent -> agents.set(agent.id().value(), agent(agent)));
    tree.set("roles", roles());
    ObjectNode frameworks = tree.putObject("frameworks");
    state
        .frameworks()
        .forEach(framework -> frameworks.set(framework.id().value(), framework(framework)));
    ObjectNode jobs = tree.putObject("jobs");
    state.jobs().forEach(job -> jobs.set(job.id().value(), job(job)));
    ObjectNode finished = tree.putObject("finished");
    state.rows().stream()
        .filter(FinishedJobRow.class::isInstance)
        .map(FinishedJobRow.class::cast)
        .forEach(job -> finished.set(job.id().value(), row(job)));
    ObjectNode tasks = tree.putObject("tasks");
    state.tasks().forEach(task -> tasks.set(task.id().value(), task(task)));
    ObjectNode offers = tree.putObject("offers");
    for (OfferRow offer : state.offers()) {
      offers.set(Long.toString(offer.number()), row(offer));
    }
    tree.set("inverse-offers", table(InverseOfferRow.class));
    tree.set("filters", table(FilterRow.class));
    tree.set("updates", updates());
    tree.set("reconciliations", table(ReconciliationRow.class));
    tree.set("buckets", table(BucketRow.class));
    tree.set("timers", timers());
    return tree;
  }

  private ObjectNode table(Class<? extends Row> type) {
    ObjectNode table = node();
    for (Row row : state.rows()) {
      if (type.isInstance(row)) {
        table.set(row.key().id(), row(row));
      }
    }
    return table;
  }

  private ObjectNode updates() {
    ObjectNode updates = node();
    for (UpdatesRow line : state.updates()) {
      ObjectNode shown = updates.putObject(line.task().value());
      shown.put("agent", line.agent().value());
      shown.put("first", line.first().state().toString());
      shown.put("pending", line.pending().size());
      shown.put("waitMillis", line.waitMillis());
      shown.set("resendAt", row(line).get("resendAt"));
    }
    return updates;
  }

  private ObjectNode framework(FrameworkRow row) {
    Quantities held = Quantities.EMPTY;
    for (TaskRow task : state.tasksOf(row.id())) {
      held = held.plus(task.resources().quantities());
    }
    ObjectNode framework = node();
    framework.put("state", row.state().toString());
    framework.put("name", row.info().name());
    framework.put(
        "roles", row.info().roles().stream().map(RoleInfo::role).collect(Collectors.joining(", ")));
    framework.put("tasks", state.tasksOf(row.id()).size());
    framework.put("held", held.toString());
    framework.put("offers", state.offersOf(row.id()).size());
    framework.setAll(row(row));
    return framework;
  }

  private ObjectNode cell() {
    ObjectNode cell = row(state.cell());
    cell.put("digest", Digest.text(state.cell().digest()));
    return cell;
  }

  private ObjectNode agent(AgentRow row) {
    ObjectNode agent = node();
    agent.put("state", row.state().toString());
    agent.put("used", state.used(row.id()).toString());
    agent.put("free", state.free(row.id()).toString());
    agent.put("tasks", state.tasksOf(row.id()).size());
    agent.setAll(row(row));
    return agent;
  }

  private static ObjectNode job(JobRow row) {
    ObjectNode job = row(row);
    ObjectNode progress = (ObjectNode) job.remove("progress");
    // Derived: the phase says it.
    job.remove("pending");
    ObjectNode ordered = node();
    ordered.setAll(progress);
    ordered.put("role", row.spec().role());
    ordered.put("priority", row.spec().priority());
    ordered.setAll(job);
    return ordered;
  }

  private static ObjectNode task(TaskRow row) {
    ObjectNode task = row(row);
    ObjectNode status = (ObjectNode) task.remove("status");
    status.remove("reason");
    ObjectNode ordered = node();
    ordered.setAll(status);
    ordered.setAll(task);
    if (row.status().reason() != null) {
      ordered.put("reason", row.status().reason().toString());
    }
    return ordered;
  }

  private ObjectNode roles() {
    TreeSet<String> names = new TreeSet<>(state.pending().keySet());
    Map<String, Integer> tasks = new TreeMap<>();
    state.tasks().forEach(task -> tasks.merge(task.role(), 1, Integer::sum));
    names.addAll(tasks.keySet());
    names.addAll(state.roles().keySet());
    for (FrameworkRow framework : state.frameworks()) {
      framework.info().roles().forEach(role -> names.add(role.role()));
    }
    ObjectNode roles = node();
    for (String name : names) {
      Quantities held = state.shares().held(name);
      PendingJobs waiting = state.pending().get(name);
      ObjectNode role = roles.putObject(name);
      role.put("share", Shares.percent(held, state.total()));
      role.put("held", held.toString());
      role.put("consumed", state.consumedBy(name).toString());
      role.put("tasks", tasks.getOrDefault(name, 0));
      role.put("waiting", waiting == null ? 0 : waiting.size());
      RoleSettings settings = state.role(name);
      role.put("weight", Shares.weight(settings.weight()));
      role.put("limit", settings.limit() == null ? "none" : settings.limit().toString());
      role.put(
          "guarantee", settings.guarantee() == null ? "none" : settings.guarantee().toString());
    }
    return roles;
  }

  private ObjectNode timers() {
    ObjectNode timers = node();
    for (TimerRow timer : state.timers()) {
      timers.set(timer.kind() + " " + timer.subject(), row(timer));
    }
    return timers;
  }

  private static ObjectNode row(Object row) {
    ObjectNode node = Json.MAPPER.valueToTree(row);
    // It is the name under which the row stands.
    node.remove("id");
    tellTimes(node);
    return node;
  }

  /** Epoch milliseconds as people read them; a time of 0 is none. */
  private static void tellTimes(ObjectNode node) {
    for (Map.Entry<String, JsonNode> field : List.copyOf(node.properties())) {
      String name = field.getKey();
      if (field.getValue() instanceof ObjectNode inner) {
        tellTimes(inner);
      } else if (field.getValue().isNumber() && isTime(name)) {
        long millis = field.getValue().asLong();
        if (millis == 0) {
          node.remove(name);
        } else {
          node.put(name, Instant.ofEpochMilli(millis).toString());
        }
      }
    }
  }

  private static boolean isTime(String name) {
    return name.endsWith("At") || name.equals("time");
  }

  private static ObjectNode node() {
    return JsonNodeFactory.instance.objectNode();
  }
}
