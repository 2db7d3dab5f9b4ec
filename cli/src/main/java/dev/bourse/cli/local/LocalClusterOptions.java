package dev.bourse.cli.local;

import java.nio.file.Path;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a local cluster looks like.
 *
 * @param folder keeps data and logs; a cluster that was there before is continued
 * @param restPort of the master; 0 for a free one
 * @param kafkaPort of the broker; 0 for a free one
 * @param agents how many
 * @param agentResources what each agent offers, for example {@code cpus:2;memory:4096}; null to let
 *     it find out
 * @param killTasks whether the end of an agent is the end of its tasks; else they go on, and the
 *     agent finds them again
 * @param settings of the master and the agents, by the names of their properties
 */
public record LocalClusterOptions(
    Path folder,
    int restPort,
    int kafkaPort,
    int agents,
    @Nullable String agentResources,
    boolean killTasks,
    SortedMap<String, String> settings) {

  /** Copies. */
  public LocalClusterOptions {
    settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
  }

  /** One agent, free ports. */
  public static LocalClusterOptions in(Path folder) {
    return new LocalClusterOptions(folder, 0, 0, 1, null, false, Collections.emptySortedMap());
  }

  /** The same with other ports. */
  public LocalClusterOptions withPorts(int rest, int kafka) {
    return new LocalClusterOptions(
        folder, rest, kafka, agents, agentResources, killTasks, settings);
  }

  /** The same with other agents. */
  public LocalClusterOptions withAgents(int count, @Nullable String resources) {
    return new LocalClusterOptions(
        folder, restPort, kafkaPort, count, resources, killTasks, settings);
  }

  /** The same where no task outlives its agent. */
  public LocalClusterOptions withTasksKilled() {
    return new LocalClusterOptions(
        folder, restPort, kafkaPort, agents, agentResources, true, settings);
  }

  /** The same with a master that is set otherwise. */
  public LocalClusterOptions withSettings(SortedMap<String, String> newSettings) {
    return new LocalClusterOptions(
        folder, restPort, kafkaPort, agents, agentResources, killTasks, newSettings);
  }
}
