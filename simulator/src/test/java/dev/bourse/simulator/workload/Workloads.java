package dev.bourse.simulator.workload;

import dev.bourse.simulator.world.World;
import dev.bourse.topics.command.Settings;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.JobId;
import dev.bourse.topics.job.JobDocuments;
import dev.bourse.topics.resources.Attributes;
import dev.bourse.topics.resources.Resources;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Small workloads. */
public final class Workloads {

  private Workloads() {}

  /** So many jobs at once, of one cpu and ten seconds each. */
  public static Workload burst(int jobs, int agents, String resources) {
    List<Arrival> arrivals = new ArrayList<>();
    for (int i = 0; i < jobs; i++) {
      arrivals.add(job("job-" + i, "{\"command\":[\"x\"]}", new Run(10_000, 0)));
    }
    return new Workload(arrivals, machines(agents, resources), Settings.DEFAULT, 0);
  }

  public static Arrival job(String id, String document, Run... runs) {
    return new Arrival(
        new JobId(id),
        JobDocuments.read(document.getBytes(StandardCharsets.UTF_8)).spec(),
        World.START,
        List.of(runs),
        0,
        false);
  }

  public static List<AgentChange> machines(int count, String resources) {
    List<AgentChange> machines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      machines.add(
          new AgentChange(
              World.START,
              new AgentId("agent-" + i),
              Resources.parse(resources),
              Attributes.EMPTY));
    }
    return machines;
  }
}
