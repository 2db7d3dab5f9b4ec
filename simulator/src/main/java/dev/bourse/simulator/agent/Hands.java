package dev.bourse.simulator.agent;

import dev.bourse.agent.machine.Action;
import dev.bourse.agent.machine.AttemptKey;
import dev.bourse.agent.machine.Event;
import dev.bourse.simulator.world.Chance;
import dev.bourse.simulator.world.Coverage;
import dev.bourse.simulator.world.Situation;
import dev.bourse.simulator.world.World;
import dev.bourse.topics.command.ReportStatus;
import dev.bourse.topics.kafka.Topic;
import dev.bourse.topics.order.LaunchTask;
import dev.bourse.topics.task.Reason;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Carries out what the agent machine decides, on a simulated machine. */
final class Hands {

  private static final long DRAIN_MILLIS = 50;
  private static final long DRAIN_AGAIN_MILLIS = 1_000;
  private static final long FORGET_MILLIS = 100;

  private final SimAgent agent;
  private final Machinery machinery;
  private final Outlet outlet;
  private final World world;
  private final Chance chance;
  private final Coverage coverage;

  Hands(
      SimAgent agent,
      Machinery machinery,
      Outlet outlet,
      World world,
      Chance chance,
      Coverage coverage) {
    this.agent = agent;
    this.machinery = machinery;
    this.outlet = outlet;
    this.world = world;
    this.chance = chance;
    this.coverage = coverage;
  }

  /**
   * Carries out an action.
   *
   * @param life of the agent's process; what comes later is for this one only
   * @return what the machine must hear before anything else, or null
   */
  @Nullable Event carryOut(Action action, int life, IntPredicate isLiving) {
    switch (action) {
      case Action.WriteCheckpoint write -> {
        return checkpoint(write);
      }
      case Action.StartProcess(LaunchTask launch) -> {
        machinery.start(launch);
        return new Event.ProcessStarted(AttemptKey.of(launch));
      }
      case Action.RecordKill kill -> recordKill(kill);
      case Action.SignalGroup(AttemptKey key, Action.Signal signal) ->
          world.after(chance.between(1, 20), () -> machinery.signal(key, signal));
      case Action.SaveOutcome(ReportStatus report) -> saveOutcome(report);
      case Action.DrainOutput(AttemptKey key) -> drain(key, life, isLiving);
      case Action.Forget(AttemptKey key) -> forget(key, life, isLiving);
      case Action.SendStatus(ReportStatus report) ->
          outlet.say(
              Topic.STATUS, report, "status " + AttemptKey.of(report) + " " + report.sequence());
      case Action.SendRegistration send ->
          outlet.say(Topic.MEMBERSHIP, send.registration(), "register " + send.registration());
      case Action.SendDeregistration send ->
          outlet.say(Topic.MEMBERSHIP, send.deregistration(), "deregister");
      case Action.SendHeartbeat send -> agent.beat(send.heartbeat());
      case Action.AnnounceReady() -> {}
      case Action.Stopped() -> agent.stopped();
    }
    return null;
  }

  private Event checkpoint(Action.WriteCheckpoint write) {
    LaunchTask launch = write.launch();
    AttemptKey key = AttemptKey.of(launch);
    if (machinery.disk().full) {
      coverage.mark(Situation.CHECKPOINT_FAILED);
      machinery.disk().remember(launch.epoch());
      return new Event.CheckpointFailed(key, "no space left on the disk");
    }
    SimFolder folder = machinery.disk().folder(key);
    folder.launch = launch;
    folder.startedAt = write.startedAt();
    folder.boot = machinery.boot();
    return new Event.CheckpointWritten(launch);
  }

  private void recordKill(Action.RecordKill kill) {
    SimFolder folder = machinery.disk().find(kill.key());
    if (folder != null && !machinery.disk().full) {
      folder.killRequestedAt = kill.requestedAt();
      folder.killGraceMillis = kill.graceMillis();
    }
  }

  private void saveOutcome(ReportStatus report) {
    if (!machinery.disk().full) {
      machinery.disk().folder(AttemptKey.of(report)).outcome = report;
    }
    if (report.reason() == Reason.LAUNCH_NOT_DELIVERED) {
      coverage.mark(Situation.KILL_CAME_BEFORE_ITS_LAUNCH);
    }
  }

  /** The output is with Kafka only when Kafka can be reached. */
  private void drain(AttemptKey key, int life, IntPredicate isLiving) {
    long wait = agent.network().isCut() ? DRAIN_AGAIN_MILLIS : chance.between(1, DRAIN_MILLIS);
    world.after(
        wait,
        () -> {
          if (!isLiving.test(life)) {
            return;
          }
          if (agent.network().isCut()) {
            drain(key, life, isLiving);
          } else {
            agent.happened(new Event.OutputDrained(key));
          }
        });
  }

  private void forget(AttemptKey key, int life, IntPredicate isLiving) {
    world.after(
        chance.between(1, FORGET_MILLIS),
        () -> {
          if (isLiving.test(life)) {
            machinery.disk().remember(key.epoch());
            machinery.disk().folders.remove(key);
          }
        });
  }
}
