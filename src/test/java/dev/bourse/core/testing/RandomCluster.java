package dev.bourse.core.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.core.state.BucketRow;
import dev.bourse.core.state.ClientRow;
import dev.bourse.topics.command.Allocate;
import dev.bourse.topics.command.CancelJob;
import dev.bourse.topics.command.Command;
import dev.bourse.topics.command.DeregisterAgent;
import dev.bourse.topics.command.MarkAgentUnreachable;
import dev.bourse.topics.command.ReportStatus;
import dev.bourse.topics.command.RoleSettings;
import dev.bourse.topics.command.Settings;
import dev.bourse.topics.command.Tick;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.JobId;
import dev.bourse.topics.id.TaskId;
import dev.bourse.topics.job.Backoff;
import dev.bourse.topics.job.RetryPolicy;
import dev.bourse.topics.order.Order;
import dev.bourse.topics.resources.Quantities;
import dev.bourse.topics.resources.Resources;
import dev.bourse.topics.task.Reason;
import dev.bourse.topics.task.TaskExit;
import dev.bourse.topics.task.TaskState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** A cluster in which everything happens: in any order, twice, too early, too late, or wrongly. */
public final class RandomCluster {

  /** The limit leaves room for the largest job, and hardly for two. */
  private static final Settings SMALL =
      new Settings(10 * 60_000, 3_600_000, 3_600_000, 3, 4)
          .withRoles(
              new TreeMap<>(
                  Map.of(
                      "role-0", new RoleSettings(3_000, null),
                      "role-1", new RoleSettings(500, Quantities.parse("cpus:4.5")))));

  private static final int MAX_ROUNDS = 200;

  private final SplittableRandom random;
  private final ClusterFixture cluster = new ClusterFixture(SMALL);
  private final List<ModelAgent> agents = new ArrayList<>();
  private final List<Jobs> jobs = new ArrayList<>();
  private int steps;

  public RandomCluster(long seed) {
    random = new SplittableRandom(seed);
    for (int i = 0; i < 4; i++) {
      agents.add(new ModelAgent("n" + i, Resources.parse("cpus:4;memory:1024;disk:4096")));
    }
  }

  /** How many commands there have been. */
  public int steps() {
    return steps;
  }

  /** So many commands, with faults of every kind. */
  public void run(int commands) {
    while (steps < commands) {
      anything();
    }
  }

  /** Without faults everything comes to its end, and in the end nothing is left. */
  public void calmDown() {
    for (ModelAgent agent : agents) {
      when(agent.register());
    }
    for (int i = 0; !cluster.state().jobs().isEmpty() || !areIdle(); i++) {
      assertThat(i)
          .as("rounds, in which these have not ended: %s", cluster.state().tasks())
          .isLessThan(MAX_ROUNDS);
      agents.forEach(this::behave);
      pass(Duration.ofMinutes(1));
    }
    pass(Duration.ofDays(8));
    assertThat(cluster.state().rows())
        .as("what is left when everything has ended, besides who was given something how often")
        .filteredOn(row -> !(row instanceof ClientRow) && !(row instanceof BucketRow))
        .as("the cell, its settings, the agents")
        .hasSize(2 + agents.size());
    assertThat(cluster.state().total()).hasToString("cpus:16;disk:16384;memory:4096");
    for (ModelAgent agent : agents) {
      assertThat(cluster.state().used(agent.id()).isEmpty()).isTrue();
    }
  }

  private void pass(Duration duration) {
    cluster.after(duration);
    while (cluster.isTickDue()) {
      when(new Tick(SMALL.timersPerTick()));
    }
  }

  private boolean areIdle() {
    return agents.stream().allMatch(agent -> agent.isIdle() && !agent.hasMail());
  }

  private void behave(ModelAgent agent) {
    while (agent.hasMail()) {
      agent.read();
    }
    if (agent.isAskedToRegister()) {
      when(agent.register());
    }
    agent.repeatAll().forEach(this::when);
    for (int i = 0; i < 4; i++) {
      whenNotNull(agent.act(random, false));
    }
  }

  private void anything() {
    ModelAgent agent = agents.get(random.nextInt(agents.size()));
    switch (random.nextInt(40)) {
      case 0, 1, 2, 3, 4, 5 -> submit();
      case 6 -> submitAgain();
      case 7 -> when(Jobs.reject(anyJob(), "command", "is missing"));
      case 8, 9 ->
          when(new CancelJob(new JobId(anyJob()), random.nextBoolean() ? "why not" : null));
      case 10, 11, 12, 13, 14, 15, 16, 17, 18 -> whenNotNull(agent.act(random, true));
      case 19, 20, 21, 22, 23, 24, 25 -> read(agent);
      case 26, 27 -> whenNotNull(agent.repeat(random));
      case 28 -> when(agent.register());
      case 29 -> misbehave(agent);
      case 30 -> when(new MarkAgentUnreachable(agent.id(), agent.registration(), 75_000));
      case 31 -> when(nonsense(agent));
      case 32 -> cluster.after(Duration.ofMillis(random.nextLong(2_000)));
      case 33 -> cluster.after(Duration.ofSeconds(random.nextLong(300)));
      case 34 -> cluster.after(rarely() ? Duration.ofMinutes(80) : Duration.ofMinutes(1));
      case 35 -> when(new Tick(random.nextInt(5)));
      case 36 -> when(new Allocate(1 + random.nextInt(5)));
      case 37 -> cluster.failOver();
      default -> {
        if (cluster.isTickDue()) {
          when(new Tick(SMALL.timersPerTick()));
        }
      }
    }
  }

  private void read(ModelAgent agent) {
    for (int i = random.nextInt(4); i > 0 && agent.hasMail(); i--) {
      agent.read();
    }
    if (agent.isAskedToRegister() && random.nextBoolean()) {
      when(agent.register());
    }
  }

  private void misbehave(ModelAgent agent) {
    switch (random.nextInt(4)) {
      case 0 -> {
        agent.wipe();
        when(agent.register());
      }
      case 1 -> when(agent.register(Resources.parse("cpus:1")));
      case 2 -> when(new DeregisterAgent(agent.id(), agent.incarnation(), 1, null));
      default -> when(new DeregisterAgent(agent.id(), "long ago", 1, null));
    }
  }

  private void submit() {
    Jobs job =
        Jobs.job("j" + jobs.size())
            .role("role-" + random.nextInt(3))
            .priority(random.nextInt(3) * 50)
            .resources(
                "cpus:" + (1 + random.nextInt(8)) / 2.0 + ";memory:" + random.nextInt(1, 1_024))
            .ttl(Duration.ofMinutes(random.nextLong(60)))
            .timeout(random.nextBoolean() ? Duration.ZERO : Duration.ofSeconds(90));
    if (random.nextBoolean()) {
      Backoff backoff = new Backoff(random.nextLong(3_000), 2_000, 60_000, 500);
      job.retry(new RetryPolicy(random.nextInt(4), backoff, List.of(), List.of()));
    }
    jobs.add(job);
    when(job.submit());
  }

  private void submitAgain() {
    if (!jobs.isEmpty()) {
      Jobs job = jobs.get(random.nextInt(jobs.size()));
      when(random.nextBoolean() ? job.submit() : Jobs.submit("j" + random.nextInt(jobs.size())));
    }
  }

  private String anyJob() {
    return "j" + random.nextInt(jobs.size() + 2);
  }

  /** A report of something that never was, or not there, or not any more, or not yet. */
  private ReportStatus nonsense(ModelAgent agent) {
    TaskState state = random.nextBoolean() ? TaskState.RUNNING : TaskState.FAILED;
    return new ReportStatus(
        rarely() ? new AgentId("nobody") : agent.id(),
        TaskId.of(new JobId(anyJob()), 0),
        1,
        1_000_000 + random.nextLong(3),
        random.nextLong(5),
        state,
        Reason.COMMAND_ENDED,
        null,
        1,
        state.isTerminal() ? TaskExit.unseen(1, 2) : null);
  }

  private boolean rarely() {
    return random.nextInt(5) == 0;
  }

  private void whenNotNull(Command command) {
    if (command != null) {
      when(command);
    }
  }

  private void when(Command command) {
    steps++;
    long time = rarely() ? cluster.now() - random.nextLong(5_000) : cluster.now();
    for (Order order : cluster.whenAt(time, command).outcome().orders()) {
      agents.stream()
          .filter(agent -> agent.id().equals(order.agent()))
          .forEach(agent -> agent.receive(order));
    }
  }
}
