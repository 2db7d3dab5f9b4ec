package dev.bourse.gateway.rest;

import dev.bourse.gateway.view.RoleTable;
import dev.bourse.topics.command.Command;
import dev.bourse.topics.command.RoleQuota;
import dev.bourse.topics.command.RoleSettings;
import dev.bourse.topics.command.RoleWeight;
import dev.bourse.topics.command.SetQuota;
import dev.bourse.topics.command.SetWeights;
import dev.bourse.topics.resources.Quantities;
import dev.bourse.topics.resources.Roles;
import dev.bourse.topics.view.RoleView;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads what an operator sets for roles: what is absent stays as it is. */
@Singleton
final class RoleChange {

  private static final String WEIGHT = "weight";
  private static final String LIMIT = "limit";
  private static final String GUARANTEE = "guarantee";

  /** How long what was applied may take until the tables show it. */
  private static final Duration LAG = Duration.ofSeconds(2);

  private final RoleTable roles;

  RoleChange(RoleTable roles) {
    this.roles = roles;
  }

  /** What is to be set for one role; the quota first, which may be refused. */
  List<Command> ofRole(String role, byte @Nullable [] json) {
    Body body = Body.read(json);
    checkRole(body, "role", role);
    boolean setsQuota = body.has(LIMIT) || body.has(GUARANTEE);
    boolean setsWeight = body.has(WEIGHT);
    RoleQuota quota = quota(body, role);
    RoleWeight weight = weight(body, role);
    Boolean force = body.flag("force");
    if (!setsQuota && !setsWeight) {
      body.error("", "the body must set weight, limit or guarantee");
    }
    body.close();
    List<Command> commands = new ArrayList<>();
    if (setsQuota && quota != null) {
      commands.add(new SetQuota(List.of(quota), force));
    }
    if (setsWeight && weight != null) {
      commands.add(new SetWeights(List.of(weight)));
    }
    return commands;
  }

  /** Quota of several roles. */
  SetQuota ofRoles(byte @Nullable [] json) {
    Body body = Body.read(json);
    List<RoleQuota> quotas = new ArrayList<>();
    TreeSet<String> names = new TreeSet<>();
    for (Body entry : body.objects("quotas")) {
      String role = entry.text("role");
      checkRole(entry, "role", role);
      if (role != null && !names.add(role)) {
        entry.error("role", "is '" + role + "' for the second time");
      }
      RoleQuota quota = quota(entry, role == null ? Roles.DEFAULT : role);
      entry.noteUnknown();
      if (quota != null) {
        quotas.add(quota);
      }
    }
    Boolean force = body.flag("force");
    body.close();
    return new SetQuota(quotas, force);
  }

  private static void checkRole(Body body, String field, @Nullable String role) {
    String problem = role == null ? "is missing" : Roles.validate(role);
    if (problem != null) {
      body.error(field, problem.replaceFirst("^role: ", ""));
    }
  }

  private @Nullable RoleQuota quota(Body body, String role) {
    RoleView present = roles.get(role);
    Quantities limit =
        body.has(LIMIT) || present == null ? body.quantities(LIMIT) : present.limit();
    Quantities guarantee =
        body.has(GUARANTEE) || present == null ? body.quantities(GUARANTEE) : present.guarantee();
    return body.isValid() ? body.make(() -> new RoleQuota(role, limit, guarantee)) : null;
  }

  private static @Nullable RoleWeight weight(Body body, String role) {
    Long thousandths = body.number(WEIGHT, 1, 1_000_000);
    long weight = thousandths == null ? RoleSettings.DEFAULT_WEIGHT : thousandths;
    return body.isValid() ? new RoleWeight(role, Math.toIntExact(weight)) : null;
  }

  /** Waits until the tables show what was applied: the next change begins with what they show. */
  void awaitRows(List<Command> applied) throws InterruptedException {
    for (Command command : applied) {
      if (command instanceof SetQuota quota) {
        for (RoleQuota one : quota.quotas()) {
          awaitRow(
              one.role(),
              row -> same(row.limit(), one.limit()) && same(row.guarantee(), one.guarantee()));
        }
      } else if (command instanceof SetWeights weights) {
        for (RoleWeight one : weights.weights()) {
          awaitRow(one.role(), row -> row.weight() == one.weight());
        }
      }
    }
  }

  private void awaitRow(String role, Predicate<RoleView> condition) throws InterruptedException {
    // When somebody else has changed it since, there is nothing to wait for.
    var unused = roles.await(role, condition, LAG);
  }

  private static boolean same(@Nullable Quantities one, @Nullable Quantities other) {
    return one == null ? other == null : one.equals(other);
  }
}
