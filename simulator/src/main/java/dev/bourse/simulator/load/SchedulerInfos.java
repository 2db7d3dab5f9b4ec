package dev.bourse.simulator.load;

import dev.bourse.simulator.world.Chance;
import dev.bourse.topics.framework.Capability;
import dev.bourse.topics.framework.FrameworkInfo;
import dev.bourse.topics.framework.RoleInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** What frameworks say of themselves, by chance. */
final class SchedulerInfos {

  private static final long MINUTE = 60_000;

  private final Chance chance;
  private final int roles;
  private final long failoverMillis;

  SchedulerInfos(Chance chance, int roles) {
    this.chance = chance;
    this.roles = roles;
    this.failoverMillis = chance.oneIn(4) ? 0 : chance.between(MINUTE, 30 * MINUTE);
  }

  FrameworkInfo any() {
    List<Capability> able = new ArrayList<>();
    for (Capability capability : Capability.values()) {
      if (chance.oneIn(capability == Capability.OPTIMISTIC_OFFERS ? 4 : 2)) {
        able.add(capability);
      }
    }
    TreeSet<String> names = new TreeSet<>();
    names.add(RoleNames.any(chance, roles));
    if (able.contains(Capability.MULTI_ROLE)) {
      names.add(RoleNames.any(chance, roles));
    }
    List<RoleInfo> wanted = new ArrayList<>();
    for (String name : names) {
      String least = chance.oneIn(3) ? chance.of(List.of("cpus:1", "cpus:0.001", "")) : null;
      wanted.add(new RoleInfo(name, chance.oneIn(8) ? true : null, least, null));
    }
    return new FrameworkInfo(
        "by chance", wanted, able, failoverMillis, null, null, null, null, null);
  }
}
