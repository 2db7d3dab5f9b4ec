package dev.bourse.simulator.command;

import dev.bourse.simulator.agent.Behaviour;
import dev.bourse.simulator.testkit.SimulatedCluster;
import dev.bourse.topics.command.RoleSettings;
import dev.bourse.topics.command.Settings;
import dev.bourse.topics.resources.Quantities;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * The history of a small cluster: two agents of 4 cpus, role {@code small} limited to 1 cpu, every
 * process 10 minutes long, those of {@code fail} with exit code 3.
 *
 * <p>After a minute {@code long-0} to {@code long-3} run and {@code long-4}, {@code huge} and
 * {@code small-1} wait; after an hour all but {@code huge} have ended, and one of the agents was
 * lost.
 */
final class Recorded {

  private Recorded() {}

  /** Writes it into a folder and returns it. */
  static String in(Path folder) {
    SimulatedCluster cluster = cluster();
    cluster.submit("small-0", job("small", "small", 1));
    cluster.submit("small-1", job("small", "small", 1));
    for (int i = 0; i < 4; i++) {
      cluster.submit("long-" + i, job("long", "batch", 2));
    }
    cluster.submit("huge", job("huge", "batch", 64));
    cluster.advance(Duration.ofMinutes(1));
    cluster.cancel("small-0");
    cluster.advance(Duration.ofMinutes(29));
    cluster.submit("fails", job("fail", "batch", 1));
    cluster.submit("lost", job("long", "batch", 1));
    cluster.advance(Duration.ofMinutes(1));
    cluster.agentOf("lost").losePower();
    cluster.advance(Duration.ofMinutes(30));
    cluster.export(folder);
    return folder.toString();
  }

  private static SimulatedCluster cluster() {
    TreeMap<String, RoleSettings> roles = new TreeMap<>(Map.of("small", limit("cpus:1")));
    SimulatedCluster cluster =
        SimulatedCluster.builder()
            .agents(2)
            .settings(Settings.DEFAULT.withRoles(roles))
            .commands(
                launch ->
                    Behaviour.failsAfter(
                        Duration.ofMinutes(10),
                        launch.process().argv().getFirst().equals("fail") ? 3 : 0))
            .build();
    cluster.advance(Duration.ofSeconds(1));
    return cluster;
  }

  private static RoleSettings limit(String limit) {
    return new RoleSettings(RoleSettings.DEFAULT_WEIGHT, Quantities.parse(limit));
  }

  private static String job(String command, String role, int cpus) {
    return """
        {"command": ["%s"], "role": "%s", "resources": {"cpus": %d}}"""
        .formatted(command, role, cpus);
  }
}
