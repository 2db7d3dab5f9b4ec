package dev.bourse.simulator.whatif;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bourse.simulator.view.TreePrinter;
import dev.bourse.simulator.workload.JobResult;
import dev.bourse.simulator.workload.Meter;
import dev.bourse.simulator.workload.Metrics;
import dev.bourse.simulator.workload.Metrics.Distribution;
import dev.bourse.simulator.workload.Metrics.Group;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Several runs of one workload, side by side. The last two are alike but for the change, so who
 * gains and loses is told from them.
 */
public final class Comparison {

  /** A difference under this counts as none. */
  private static final long SAME_MILLIS = 100;

  private final Map<String, Metrics> runs = new LinkedHashMap<>();
  private final Map<String, Meter> meters = new LinkedHashMap<>();
  private final List<String> notes = new ArrayList<>();

  /** Adds a run. */
  public void add(String name, Meter meter) {
    meters.put(name, meter);
    runs.put(name, Metrics.of(meter));
  }

  /** Adds something that a reader must know. */
  public void note(String text) {
    notes.add(text);
  }

  /** The runs and what is told of them. */
  public Map<String, Metrics> runs() {
    return runs;
  }

  /** What a reader must know. */
  public List<String> notes() {
    return notes;
  }

  /**
   * Who gains and who loses.
   *
   * @param role whose jobs
   * @param sooner how many start sooner
   * @param later how many start later
   * @param same how many start at about the same time
   * @param gainedMillis how much less they wait, in the mean; below 0 when they wait longer
   */
  public record Balance(String role, int sooner, int later, int same, double gainedMillis) {}

  /** For each role, between the last two runs; empty when there is only one. */
  public List<Balance> balances() {
    if (meters.size() < 2) {
      return List.of();
    }
    List<Meter> last = new ArrayList<>(meters.values());
    Meter before = last.get(last.size() - 2);
    Meter after = last.getLast();
    Map<String, JobResult> then = new HashMap<>();
    before.results().forEach(job -> then.put(job.id(), job));
    Map<String, List<Double>> gains = new TreeMap<>();
    for (JobResult job : after.results()) {
      JobResult was = then.get(job.id());
      // What starts in neither waits for as long as the run is, which says nothing.
      if (was != null && (was.hasStarted() || job.hasStarted())) {
        gains
            .computeIfAbsent(was.role(), role -> new ArrayList<>())
            .add((double) was.waitMillis(before.now()) - job.waitMillis(after.now()));
      }
    }
    List<Balance> balances = new ArrayList<>();
    gains.forEach((role, values) -> balances.add(balance(role, values)));
    return balances;
  }

  private static Balance balance(String role, List<Double> gains) {
    int sooner = (int) gains.stream().filter(gain -> gain > SAME_MILLIS).count();
    int later = (int) gains.stream().filter(gain -> gain < -SAME_MILLIS).count();
    double sum = gains.stream().mapToDouble(Double::doubleValue).sum();
    return new Balance(
        role, sooner, later, gains.size() - sooner - later, sum / Math.max(1, gains.size()));
  }

  /** For people. */
  public List<String> lines() {
    List<List<String>> rows = new ArrayList<>();
    List<String> heading = new ArrayList<>(List.of(""));
    runs.keySet().forEach(name -> heading.add(name.toUpperCase(Locale.ROOT)));
    rows.add(heading);
    row(rows, "jobs", m -> String.valueOf(m.all().jobs()));
    row(rows, "ended", m -> String.valueOf(m.all().ended()));
    row(rows, "never started", m -> String.valueOf(m.all().neverStarted()));
    row(rows, "wait, mean", m -> Spans.text(m.all().waits().mean()));
    row(rows, "wait, median", m -> Spans.text(m.all().waits().p50()));
    row(rows, "wait, 90 %", m -> Spans.text(m.all().waits().p90()));
    row(rows, "wait, 99 %", m -> Spans.text(m.all().waits().p99()));
    row(rows, "wait, longest", m -> Spans.text(m.all().waits().max()));
    row(rows, "bounded slowdown, mean", m -> number(m.all().slowdowns().mean()));
    row(rows, "bounded slowdown, 90 %", m -> number(m.all().slowdowns().p90()));
    row(rows, "utilisation of cpus", m -> number(100 * m.utilisation()) + " %");
    row(rows, "from first to last", m -> Spans.text((double) (m.end() - m.begin())));
    row(rows, "attempts lost or preempted", m -> String.valueOf(m.lostAttempts()));
    row(rows, "fairness between roles", m -> number(m.fairness()));
    List<String> lines = new ArrayList<>(TreePrinter.aligned(rows));
    addRoles(lines);
    addBalances(lines);
    if (runs.values().stream().anyMatch(metrics -> metrics.all().neverStarted() > 0)) {
      lines.add("");
      lines.add("note: waits and slowdowns are those of the jobs that have started");
    }
    if (!notes.isEmpty()) {
      lines.add("");
      notes.forEach(note -> lines.add("note: " + note));
    }
    return lines;
  }

  private void row(List<List<String>> rows, String name, Function<Metrics, String> value) {
    List<String> row = new ArrayList<>(List.of(name));
    runs.values().forEach(metrics -> row.add(value.apply(metrics)));
    rows.add(row);
  }

  private void addRoles(List<String> lines) {
    TreeSet<String> roles = new TreeSet<>();
    runs.values().forEach(metrics -> roles.addAll(metrics.roles().keySet()));
    if (roles.size() < 2) {
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    List<String> heading = new ArrayList<>(List.of("MEAN WAIT OF ROLE"));
    runs.keySet().forEach(name -> heading.add(name.toUpperCase(Locale.ROOT)));
    rows.add(heading);
    for (String role : roles) {
      row(
          rows,
          role,
          m -> {
            Group group = m.roles().get(role);
            return group == null
                ? "-"
                : Spans.text(group.waits().mean()) + " (" + group.jobs() + " jobs)";
          });
    }
    lines.add("");
    lines.addAll(TreePrinter.aligned(rows));
  }

  private void addBalances(List<String> lines) {
    List<Balance> balances = balances();
    if (balances.isEmpty()) {
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("WHO GAINS", "SOONER", "LATER", "SAME", "MEAN WAIT CHANGES BY"));
    for (Balance balance : balances) {
      rows.add(
          List.of(
              balance.role(),
              String.valueOf(balance.sooner()),
              String.valueOf(balance.later()),
              String.valueOf(balance.same()),
              (balance.gainedMillis() > 0 ? "-" : balance.gainedMillis() < 0 ? "+" : "")
                  + Spans.text(Math.abs(balance.gainedMillis()))));
    }
    lines.add("");
    lines.addAll(TreePrinter.aligned(rows));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  /** For programs. */
  public ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ObjectNode all = json.putObject("runs");
    runs.forEach((name, metrics) -> all.set(name, json(metrics)));
    ObjectNode balances = json.putObject("balance");
    for (Balance balance : balances()) {
      ObjectNode role = balances.putObject(balance.role());
      role.put("sooner", balance.sooner());
      role.put("later", balance.later());
      role.put("same", balance.same());
      role.put("meanWaitGainedSeconds", balance.gainedMillis() / 1_000);
    }
    notes.forEach(json.withArray("notes")::add);
    return json;
  }

  private static ObjectNode json(Metrics metrics) {
    ObjectNode json = json(metrics.all());
    json.put("utilisation", metrics.utilisation());
    json.put("attemptsLostOrPreempted", metrics.lostAttempts());
    json.put("fairness", metrics.fairness());
    json.put("spanSeconds", (metrics.end() - metrics.begin()) / 1_000.0);
    ObjectNode roles = json.putObject("roles");
    metrics.roles().forEach((role, group) -> roles.set(role, json(group)));
    return json;
  }

  private static ObjectNode json(Group group) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("jobs", group.jobs());
    json.put("ended", group.ended());
    json.put("neverStarted", group.neverStarted());
    json.set("waitSeconds", json(group.waits(), 1_000));
    json.set("boundedSlowdown", json(group.slowdowns(), 1));
    json.put("cpuHours", group.cpuHours());
    return json;
  }

  private static ObjectNode json(Distribution values, double unit) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("mean", values.mean() / unit);
    json.put("p50", values.p50() / unit);
    json.put("p90", values.p90() / unit);
    json.put("p99", values.p99() / unit);
    json.put("max", values.max() / unit);
    return json;
  }
}
