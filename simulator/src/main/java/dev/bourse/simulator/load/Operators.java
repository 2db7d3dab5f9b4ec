package dev.bourse.simulator.load;

import dev.bourse.simulator.log.Bytes;
import dev.bourse.simulator.log.SimLog;
import dev.bourse.simulator.world.Chance;
import dev.bourse.simulator.world.World;
import dev.bourse.topics.command.Command;
import dev.bourse.topics.command.DeactivateAgent;
import dev.bourse.topics.command.DrainAgent;
import dev.bourse.topics.command.EndMaintenance;
import dev.bourse.topics.command.MarkAgentGone;
import dev.bourse.topics.command.ReactivateAgent;
import dev.bourse.topics.command.ReserveResources;
import dev.bourse.topics.command.RoleQuota;
import dev.bourse.topics.command.RoleWeight;
import dev.bourse.topics.command.ScheduleMaintenance;
import dev.bourse.topics.command.SetQuota;
import dev.bourse.topics.command.SetWeights;
import dev.bourse.topics.command.StartMaintenance;
import dev.bourse.topics.command.TeardownFramework;
import dev.bourse.topics.command.UnreserveResources;
import dev.bourse.topics.framework.Window;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.kafka.Topic;
import dev.bourse.topics.resources.Quantities;
import dev.bourse.topics.resources.Reservation;
import dev.bourse.topics.resources.Resources;
import java.util.List;

/** Operators who change their minds about roles and agents, at any time. */
public final class Operators {

  private static final long MINUTE = 60_000;

  private final World world;
  private final SimLog log;
  private final Chance chance;
  private final List<AgentId> agents;
  private final boolean encodes;
  private boolean over;

  /** Some that have not done anything yet. */
  public Operators(World world, SimLog log, Chance chance, List<AgentId> agents, boolean encodes) {
    this.world = world;
    this.log = log;
    this.chance = chance;
    this.agents = agents;
    this.encodes = encodes;
  }

  /**
   * They begin.
   *
   * @param meanMillis between two of their decisions
   */
  public void begin(long meanMillis) {
    world.after(
        chance.between(1, 2 * meanMillis),
        () -> {
          if (!over) {
            act();
            begin(meanMillis);
          }
        });
  }

  /** They put everything back as it was, and want nothing more. */
  public void end() {
    over = true;
    for (int i = 0; i < RoleNames.count(); i++) {
      say(new SetQuota(List.of(new RoleQuota(RoleNames.of(i), null, null)), true), RoleNames.of(i));
    }
    agents.forEach(agent -> putBack(agent, 40));
  }

  private void putBack(AgentId agent, int times) {
    say(new EndMaintenance(List.of(agent)), agent.value());
    say(new ReactivateAgent(agent), agent.value());
    if (times > 0) {
      world.after(MINUTE, () -> putBack(agent, times - 1));
    }
  }

  private void act() {
    AgentId agent = chance.of(agents);
    String role = RoleNames.of(chance.below(RoleNames.count()));
    switch (chance.below(16)) {
      case 0, 1 -> say(quota(role), role);
      case 2 ->
          say(new SetWeights(List.of(new RoleWeight(role, (int) chance.between(1, 5_000)))), role);
      case 3, 4 -> say(new ReserveResources(agent, reserved(role)), agent.value());
      case 5 -> say(new UnreserveResources(agent, reserved(role)), agent.value());
      case 6 -> {
        say(new DeactivateAgent(agent), agent.value());
        later(new ReactivateAgent(agent), agent);
      }
      case 7, 8 -> {
        Long deadline = chance.oneIn(2) ? chance.between(1_000, 10 * MINUTE) : null;
        Long grace = chance.oneIn(2) ? chance.between(0, 10_000) : null;
        boolean forGood = chance.oneIn(6) && mayGo(agent);
        say(new DrainAgent(agent, grace, deadline, forGood), agent.value());
        later(new ReactivateAgent(agent), agent);
      }
      case 9 -> {
        if (chance.oneIn(4) && mayGo(agent)) {
          say(new MarkAgentGone(agent), agent.value());
        }
      }
      case 10, 11, 12 -> maintain(agent);
      case 13 -> {
        if (chance.oneIn(4)) {
          String framework = "f" + chance.below(3);
          say(new TeardownFramework(new FrameworkId(framework), null), framework);
        }
      }
      default -> say(new ReactivateAgent(agent), agent.value());
    }
  }

  /** Who gives all machines away for good cannot expect that anything is done. */
  private boolean mayGo(AgentId agent) {
    return !agent.equals(agents.getFirst());
  }

  private void maintain(AgentId agent) {
    long begin = world.now() + chance.between(0, 5 * MINUTE);
    say(
        new ScheduleMaintenance(
            List.of(agent), chance.oneIn(6) ? null : new Window(begin, 10 * MINUTE)),
        agent.value());
    if (chance.oneIn(2)) {
      world.at(
          begin,
          () -> {
            say(new StartMaintenance(List.of(agent)), agent.value());
            later(new EndMaintenance(List.of(agent)), agent);
          });
    } else {
      later(new EndMaintenance(List.of(agent)), agent);
    }
  }

  private SetQuota quota(String role) {
    Quantities limit = chance.oneIn(3) ? null : Quantities.of("cpus", chance.between(500, 20_000));
    Quantities guarantee = chance.oneIn(4) ? Quantities.of("cpus", chance.between(100, 500)) : null;
    return new SetQuota(List.of(new RoleQuota(role, limit, guarantee)), chance.oneIn(2));
  }

  private Resources reserved(String role) {
    return Resources.parse("cpus:" + chance.between(1, 2) + ";memory:512")
        .pushReservation(Reservation.ofDynamic(role, null));
  }

  private void later(Command command, AgentId agent) {
    world.after(chance.between(1, 10 * MINUTE), () -> say(command, agent.value()));
  }

  private void say(Command command, String key) {
    world.note("operator", "says %s", command);
    Object value = encodes ? Bytes.of(command) : command;
    log.input(Topic.OPERATIONS).append(world.now(), key, value);
  }
}
