package dev.bourse.agent;

import dev.bourse.agent.detect.Machine;
import dev.bourse.agent.folder.AgentFolder;
import dev.bourse.agent.folder.FolderException;
import dev.bourse.agent.folder.Identity;
import dev.bourse.agent.folder.Position;
import dev.bourse.agent.kafka.KafkaGate;
import dev.bourse.agent.machine.AgentProfile;
import dev.bourse.topics.id.AgentId;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Who this agent is, and where its orders begin: from its folder, or new. */
final class AgentStart {

  /** Isolation is the work of a later version; until then the registration says so. */
  private static final String NO_ISOLATION = "none";

  private static final int INCARNATION_BYTES = 8;

  private final AgentSettings settings;
  private final AgentFolder folder;

  AgentStart(AgentSettings settings, AgentFolder folder) {
    this.settings = settings;
    this.folder = folder;
  }

  /** What is known of this agent once Kafka has been asked. */
  record Known(Identity identity, Position position) {}

  /**
   * Looks into the folder.
   *
   * @throws FolderException when it is the folder of another agent, or of another cluster
   */
  Known identify(int partition, KafkaGate.Orders orders) throws IOException {
    Identity identity = folder.identity();
    if (identity == null) {
      identity = new Identity(settings.agent(), newIncarnation(), orders.topicId());
      Position start = new Position(partition, orders.endOffset(), 0, 1);
      folder.claim(identity, start);
      return new Known(identity, start);
    }
    check(identity, orders.topicId());
    Position position = folder.position().read();
    if (position == null || position.partition() != partition) {
      throw new FolderException(
          "%s: its position does not belong to partition %d of the orders; start the agent with an empty folder"
              .formatted(folder.path(), partition));
    }
    Position started = position.started();
    folder.position().write(started);
    folder.position().force();
    return new Known(identity, started);
  }

  private void check(Identity identity, String topicId) {
    AgentId id = settings.agent();
    if (!identity.agent().equals(id)) {
      throw new FolderException(
          "bourse.agent.dir: %s belongs to agent %s, not to %s; give each agent a folder of its own, or set bourse.agent.id"
              .formatted(folder.path(), identity.agent(), id));
    }
    if (!identity.launchesTopicId().equals(topicId)) {
      throw new FolderException(
          "bourse.agent.dir: %s was used with another Kafka cluster, or with topics that have been deleted since; start the agent with an empty folder"
              .formatted(folder.path()));
    }
  }

  AgentProfile profile(Identity identity, long run) throws IOException {
    @Nullable String version = AgentStart.class.getPackage().getImplementationVersion();
    return new AgentProfile(
        identity.agent(),
        identity.incarnation(),
        run,
        Machine.hostname(),
        settings.resources() == null ? Machine.resources(folder.path()) : settings.resources(),
        settings.attributes(),
        NO_ISOLATION,
        version == null ? "development" : version,
        settings.heartbeatMillis(),
        settings.region(),
        settings.zone());
  }

  private static String newIncarnation() {
    byte[] random = new byte[INCARNATION_BYTES];
    new SecureRandom().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }
}
