package dev.bourse.master.streams;

import dev.bourse.master.liveness.Liveness;
import dev.bourse.topics.framework.FrameworkInfo;
import dev.bourse.topics.framework.RoleInfo;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.FrameworkId;
import java.util.List;

/** Nobody has been heard of for as long as a test says. */
final class Silence implements Liveness {

  long millis;

  @Override
  public long silentMillis(AgentId agent, long registration) {
    return millis;
  }

  @Override
  public long silentMillis(FrameworkId framework, String session) {
    return millis;
  }

  /** A framework of the role {@code dev} whose tasks end with it. */
  static FrameworkInfo info(String name) {
    return new FrameworkInfo(
        name, List.of(RoleInfo.of("dev")), null, null, null, null, null, null, null);
  }
}
