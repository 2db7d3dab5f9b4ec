package dev.bourse.simulator.load;

import dev.bourse.simulator.agent.Behaviour;
import dev.bourse.simulator.agent.Behaviour.OnTerm;
import dev.bourse.simulator.world.Chance;
import java.util.ArrayList;
import java.util.List;

/** Makes job documents of every kind, as a user would write them. */
final class JobMaker {

  private static final List<OnTerm> ON_TERM =
      List.of(OnTerm.END, OnTerm.END, OnTerm.END, OnTerm.TIDY, OnTerm.IGNORE);

  private final Chance chance;
  private final int roles;
  private final boolean large;

  /**
   * Of a kind of users.
   *
   * @param roles how many of them there are
   * @param large whether some ask for more than there is
   */
  JobMaker(Chance chance, int roles, boolean large) {
    this.chance = chance;
    this.roles = roles;
    this.large = large;
  }

  /** A document. */
  String job(String id) {
    List<String> fields = new ArrayList<>();
    fields.add("\"id\":\"" + id + "\"");
    fields.add("\"command\":" + command());
    fields.add("\"role\":\"role-" + chance.below(roles) + "\"");
    fields.add("\"priority\":" + chance.below(3) * 50);
    fields.add("\"resources\":" + resources());
    fields.add("\"ttl\":\"" + chance.between(1, 3_600) + "s\"");
    fields.add("\"killGrace\":\"" + chance.between(0, 5) + "s\"");
    if (chance.oneIn(3)) {
      fields.add("\"retry\":" + retry());
    }
    if (chance.oneIn(4)) {
      fields.add("\"timeout\":\"" + chance.between(1, 400) + "s\"");
    }
    return "{" + String.join(",", fields) + "}";
  }

  private String command() {
    long millis =
        switch (chance.below(4)) {
          case 0 -> chance.between(0, 100);
          case 1, 2 -> chance.between(100, 60_000);
          default -> chance.between(60_000, 900_000);
        };
    List<Integer> exits = new ArrayList<>();
    while (chance.oneIn(3)) {
      exits.add((int) chance.between(1, 3));
    }
    exits.add(chance.oneIn(8) ? 1 : 0);
    List<String> quoted = new ArrayList<>();
    for (String word : Behaviour.argv(millis, exits, chance.of(ON_TERM))) {
      quoted.add("\"" + word + "\"");
    }
    return "[" + String.join(",", quoted) + "]";
  }

  private String resources() {
    if (large && chance.oneIn(25)) {
      return "{\"cpus\":1000,\"memory\":64}";
    }
    long cpus = chance.oneIn(4) ? chance.between(2_000, 4_000) : chance.between(100, 2_000);
    return "{\"cpus\":\"%dm\",\"memory\":%d,\"disk\":%d}"
        .formatted(cpus, chance.between(16, 4_096), chance.between(0, 512));
  }

  private String retry() {
    String on = chance.oneIn(3) ? ",\"on\":[1,\"MAX_COMPLETION_TIME_REACHED\"]" : "";
    return "{\"attempts\":%d,\"backoff\":{\"initial\":\"%dms\",\"max\":\"60s\"}%s}"
        .formatted(chance.below(4), chance.between(0, 5_000), on);
  }
}
