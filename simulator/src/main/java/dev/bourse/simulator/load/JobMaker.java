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

  private static final List<String> ROUND_CPUS = List.of("0.01", "0.5", "1", "2", "4");
  private static final long FOREVER = 1L << 40;

  private final Chance chance;
  private final int roles;
  private final boolean large;
  private final boolean round;

  /**
   * Of a kind of users.
   *
   * @param roles how many of them there are
   * @param large whether some ask for more than there is
   * @param round whether they ask for amounts of which several fill a machine
   */
  JobMaker(Chance chance, int roles, boolean large, boolean round) {
    this.chance = chance;
    this.roles = roles;
    this.large = large;
    this.round = round;
  }

  /** A document. */
  String job(String id) {
    List<String> fields = new ArrayList<>();
    fields.add("\"id\":\"" + id + "\"");
    fields.add("\"command\":" + command());
    fields.add("\"role\":\"" + RoleNames.any(chance, roles) + "\"");
    fields.add("\"priority\":" + chance.below(3) * 50);
    fields.add("\"resources\":" + resources());
    fields.add("\"ttl\":\"" + chance.between(1, 3_600) + "s\"");
    fields.add(
        "\"killGrace\":\""
            + (chance.oneIn(4) ? chance.between(5, 110) : chance.between(0, 5))
            + "s\"");
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
        switch (chance.below(9)) {
          // As a service does: it runs until somebody ends it.
          case 8 -> FOREVER;
          case 0, 4 -> chance.between(0, 100);
          case 1, 2, 5, 6 -> chance.between(100, 60_000);
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
    if (round) {
      return "{\"cpus\":%s,\"memory\":%d,\"disk\":0}"
          .formatted(chance.of(ROUND_CPUS), 16L << chance.below(10));
    }
    long cpus = chance.oneIn(4) ? chance.between(2_000, 4_000) : chance.between(100, 2_000);
    return "{\"cpus\":\"%dm\",\"memory\":%d,\"disk\":%d}"
        .formatted(cpus, chance.between(16, 4_096), chance.between(0, 512));
  }

  private String retry() {
    String on = chance.oneIn(3) ? ",\"on\":[1,\"MAX_COMPLETION_TIME_REACHED\"]" : "";
    if (chance.oneIn(20)) {
      return "{\"attempts\":40,\"backoff\":{\"initial\":\"10ms\",\"max\":\"50ms\"}}";
    }
    return "{\"attempts\":%d,\"backoff\":{\"initial\":\"%dms\",\"max\":\"60s\"}%s}"
        .formatted(chance.below(4), chance.between(0, 5_000), on);
  }
}
