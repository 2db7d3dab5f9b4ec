package dev.bourse.core.testing;

import dev.bourse.topics.command.DeregisterAgent;
import dev.bourse.topics.command.MarkAgentUnreachable;
import dev.bourse.topics.command.RegisterAgent;
import dev.bourse.topics.command.TaskReport;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.order.LaunchTask;
import dev.bourse.topics.resources.Attributes;
import dev.bourse.topics.resources.Resources;
import dev.bourse.topics.task.TaskState;
import java.util.ArrayList;
import java.util.List;

/**
 * Builds what an agent says of itself: four cpus, which hold four default jobs, unless it is said.
 */
public final class Agents {

  private final AgentId id;
  private String incarnation = "first";
  private long run = 1;
  private Resources resources = Resources.parse("cpus:4;memory:4096;disk:10240");
  private long lastEpoch;
  private Long answers;
  private final List<TaskReport> tasks = new ArrayList<>();

  private Attributes attributes = Attributes.EMPTY;
  private String region;

  private Agents(String id) {
    this.id = new AgentId(id);
  }

  /** An agent with this id. */
  public static Agents agent(String id) {
    return new Agents(id);
  }

  /** The plainest registration. */
  public static RegisterAgent register(String id) {
    return agent(id).register();
  }

  /** What the liveness monitor says of it. */
  public static MarkAgentUnreachable unreachable(String id, long registration) {
    return new MarkAgentUnreachable(new AgentId(id), registration, 30_000);
  }

  public Agents incarnation(String name) {
    incarnation = name;
    return this;
  }

  public Agents run(long number) {
    run = number;
    return this;
  }

  public Agents resources(String text) {
    resources = Resources.parse(text);
    return this;
  }

  /** It has heard of every launch up to this one, and knows no more of it. */
  public Agents forgot(LaunchTask launch) {
    lastEpoch = Math.max(lastEpoch, launch.epoch());
    return this;
  }

  /** It has this attempt, in this state. */
  public Agents has(LaunchTask launch, TaskState state) {
    tasks.add(new TaskReport(launch.task(), launch.attempt(), launch.epoch(), state));
    return forgot(launch);
  }

  /** It has been asked whether it is there, by one who knows this registration. */
  public Agents answering(long registration) {
    answers = registration;
    return this;
  }

  public Agents attributes(String text) {
    attributes = Attributes.parse(text);
    return this;
  }

  public Agents region(String name) {
    region = name;
    return this;
  }

  public RegisterAgent register() {
    return new RegisterAgent(
        id,
        incarnation,
        run,
        id + ".example.com",
        resources,
        attributes,
        "none",
        "test",
        lastEpoch,
        answers,
        tasks,
        region,
        null);
  }

  public DeregisterAgent deregister() {
    return new DeregisterAgent(id, incarnation, run, null);
  }
}
