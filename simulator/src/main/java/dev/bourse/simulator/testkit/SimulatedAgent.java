package dev.bourse.simulator.testkit;

import dev.bourse.simulator.agent.SimAgent;
import java.time.Duration;

/** A machine of a simulated cluster, and what may happen to it. */
public final class SimulatedAgent {

  private final SimAgent agent;

  SimulatedAgent(SimAgent agent) {
    this.agent = agent;
  }

  /** Its name. */
  public String name() {
    return agent.id().value();
  }

  /** Whether processes of tasks run on it. */
  public boolean isBusy() {
    return agent.isBusy();
  }

  /** The agent's process ends at once; its tasks go on. */
  public void crash() {
    agent.crash();
  }

  /** The machine is off at once, and its tasks are gone. */
  public void losePower() {
    agent.losePower();
  }

  /** The machine comes back with an empty disk, as another one of the same name. */
  public void wipe() {
    agent.wipe();
    agent.start();
  }

  /** The agent's process starts, unless it runs. */
  public void start() {
    agent.start();
  }

  /** It is asked to stop; with its tasks, or so that they go on. */
  public void stop(boolean killTasks) {
    agent.stop(killTasks);
  }

  /** Neither orders nor news come through, until {@link #heal}; its tasks go on. */
  public void partition() {
    agent.cutOff(true);
  }

  /** It reaches the log again. */
  public void heal() {
    agent.cutOff(false);
  }

  /** The agent's process stands still for a while; its tasks go on. */
  public void hang(Duration duration) {
    agent.hang(duration.toMillis());
  }

  /** Its disk takes nothing more, or has room again. */
  public void fillDisk(boolean full) {
    agent.fillDisk(full);
  }
}
