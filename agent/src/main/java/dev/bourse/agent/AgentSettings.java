package dev.bourse.agent;

import dev.bourse.agent.detect.Machine;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.kafka.Layout;
import dev.bourse.topics.liveness.Heartbeat;
import dev.bourse.topics.resources.Attributes;
import dev.bourse.topics.resources.Quantity;
import dev.bourse.topics.resources.Resources;
import java.nio.file.Path;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/**
 * What an operator can set, as properties or environment variables ({@code BOURSE_AGENT_ID}).
 *
 * @param bootstrap {@code bourse.kafka.bootstrap}: Kafka's address; default {@code localhost:9092}
 * @param layout {@code bourse.prefix}, {@code bourse.cells}, {@code bourse.launch-partitions},
 *     {@code bourse.log-partitions}, {@code bourse.replication}: the topics of the cluster
 * @param agent {@code bourse.agent.id}: default the host name
 * @param folder {@code bourse.agent.dir}: where it keeps its state; default {@code ./bourse-agent}
 * @param resources {@code bourse.agent.resources}, as text, with static reservations if any, as in
 *     {@code cpus(eng):4}; null to offer what the machine has
 * @param attributes {@code bourse.agent.attributes}, as text; default none
 * @param taskUser {@code bourse.agent.task-user}: who runs a task that does not say it; null for
 *     the agent's own user
 * @param heartbeatMillis {@code bourse.agent.heartbeat-interval}: default {@code 1s}
 * @param region {@code bourse.agent.region}: where it is; null when that does not matter, the
 *     default
 * @param zone {@code bourse.agent.zone}: where in the region, likewise
 * @param killOnStop {@code bourse.agent.kill-on-stop}: end all tasks when the agent is stopped;
 *     default false: they go on and are taken up again
 * @param followStdin {@code bourse.follow-stdin}: stop when standard input ends; default false
 */
public record AgentSettings(
    String bootstrap,
    Layout layout,
    AgentId agent,
    Path folder,
    @Nullable Resources resources,
    Attributes attributes,
    @Nullable String taskUser,
    long heartbeatMillis,
    @Nullable String region,
    @Nullable String zone,
    boolean killOnStop,
    boolean followStdin) {

  private static final int MAX_PLACE = 256;
  private static final long MIN_HEARTBEAT_MILLIS = 10;
  private static final long DEFAULT_HEARTBEAT_MILLIS = Heartbeat.DEFAULT_INTERVAL_MILLIS;

  /**
   * Reads them.
   *
   * @throws IllegalArgumentException naming the setting, its value, and what is allowed
   */
  public static AgentSettings of(Config config) {
    SettingReader reader = new SettingReader(config);
    return new AgentSettings(
        reader.text("bourse.kafka.bootstrap", "localhost:9092"),
        layout(reader),
        reader.value("bourse.agent.id", Machine.asAgentId(Machine.hostname()), AgentId::new),
        Path.of(reader.text("bourse.agent.dir", "bourse-agent")),
        reader.optional("bourse.agent.resources", AgentSettings::resources),
        reader.value("bourse.agent.attributes", Attributes.EMPTY, Attributes::parse),
        reader.text("bourse.agent.task-user"),
        reader.value(
            "bourse.agent.heartbeat-interval", DEFAULT_HEARTBEAT_MILLIS, AgentSettings::heartbeat),
        reader.optional("bourse.agent.region", AgentSettings::place),
        reader.optional("bourse.agent.zone", AgentSettings::place),
        reader.flag("bourse.agent.kill-on-stop"),
        reader.flag("bourse.follow-stdin"));
  }

  private static Layout layout(SettingReader reader) {
    Layout defaults = Layout.DEFAULT;
    try {
      return new Layout(
          reader.text("bourse.prefix", defaults.prefix()),
          reader.integer("bourse.cells", defaults.cells()),
          reader.integer("bourse.launch-partitions", defaults.launchPartitions()),
          reader.integer("bourse.log-partitions", defaults.logPartitions()),
          reader.integer("bourse.replication", defaults.replication()));
    } catch (IllegalArgumentException e) {
      String message = String.valueOf(e.getMessage());
      throw message.startsWith("bourse.")
          ? e
          : new IllegalArgumentException("bourse." + message, e);
    }
  }

  private static Resources resources(String text) {
    Resources resources = Resources.parse(text);
    Resources dynamic = resources.reservedDynamically();
    if (!dynamic.isEmpty()) {
      throw new IllegalArgumentException(
          "is '" + dynamic + "', but the reservations of an agent must be static");
    }
    return resources;
  }

  private static String place(String text) {
    if (text.length() > MAX_PLACE) {
      throw new IllegalArgumentException(
          "has " + text.length() + " characters, but may have " + MAX_PLACE);
    }
    return text;
  }

  private static long heartbeat(String text) {
    long millis = Quantity.duration(text);
    if (millis < MIN_HEARTBEAT_MILLIS) {
      throw new IllegalArgumentException(
          "is '" + text + "', but must be at least " + MIN_HEARTBEAT_MILLIS + "ms");
    }
    return millis;
  }
}
