package dev.bourse.core.testing;

import dev.bourse.topics.command.RegisterAgent;
import dev.bourse.topics.command.ReportStatus;
import dev.bourse.topics.command.TaskReport;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.order.AcknowledgeStatus;
import dev.bourse.topics.order.ConfirmRegistration;
import dev.bourse.topics.order.KillTask;
import dev.bourse.topics.order.LaunchTask;
import dev.bourse.topics.order.Order;
import dev.bourse.topics.order.RequestRegistration;
import dev.bourse.topics.order.ShutdownAgent;
import dev.bourse.topics.resources.Attributes;
import dev.bourse.topics.resources.Resources;
import dev.bourse.topics.task.Reason;
import dev.bourse.topics.task.TaskExit;
import dev.bourse.topics.task.TaskState;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * An agent as simple as can be that keeps its side of the contract: it reads its orders in their
 * order but whenever it likes, starts an attempt at most once, and repeats what is not
 * acknowledged.
 */
final class ModelAgent {

  private static final class Attempt {
    private final LaunchTask launch;
    private final List<ReportStatus> reports = new ArrayList<>();
    private TaskState state = TaskState.STAGING;
    private boolean killed;

    private Attempt(LaunchTask launch) {
      this.launch = launch;
    }
  }

  private final AgentId id;
  private final Resources resources;
  private final Deque<Order> inbox = new ArrayDeque<>();
  private final TreeMap<Long, Attempt> attempts = new TreeMap<>();
  private int incarnation = 1;
  private long lastEpoch;
  private long registration;
  private boolean asked;
  private Long answers;

  ModelAgent(String id, Resources resources) {
    this.id = new AgentId(id);
    this.resources = resources;
  }

  AgentId id() {
    return id;
  }

  /** The registration it knows of; 0 for none. */
  long registration() {
    return registration;
  }

  String incarnation() {
    return "incarnation-" + incarnation;
  }

  boolean isAskedToRegister() {
    return asked;
  }

  boolean hasMail() {
    return !inbox.isEmpty();
  }

  boolean isIdle() {
    return attempts.isEmpty();
  }

  RegisterAgent register() {
    return register(resources);
  }

  RegisterAgent register(Resources offered) {
    asked = false;
    List<TaskReport> tasks = new ArrayList<>();
    for (Attempt attempt : attempts.values()) {
      LaunchTask launch = attempt.launch;
      TaskState told = attempt.state.isTerminal() ? TaskState.RUNNING : attempt.state;
      tasks.add(new TaskReport(launch.task(), launch.attempt(), launch.epoch(), told));
    }
    return new RegisterAgent(
        id,
        incarnation(),
        1,
        "host",
        offered,
        Attributes.EMPTY,
        "none",
        null,
        lastEpoch,
        answers,
        tasks,
        null,
        null);
  }

  /** Its disk is empty now. */
  void wipe() {
    incarnation++;
    attempts.clear();
    lastEpoch = 0;
    answers = null;
  }

  void receive(Order order) {
    inbox.add(order);
  }

  /** Reads its next order; perhaps it has something to say to it. */
  void read() {
    switch (inbox.remove()) {
      case LaunchTask launch -> start(launch);
      case KillTask kill -> kill(kill);
      case AcknowledgeStatus acknowledged -> forget(acknowledged);
      case ConfirmRegistration confirmed -> registration = confirmed.registration();
      case RequestRegistration request -> {
        asked = true;
        answers = request.registration();
      }
      case ShutdownAgent shutdown -> attempts.clear();
    }
  }

  private void start(LaunchTask launch) {
    if (launch.incarnation().equals(incarnation()) && launch.epoch() > lastEpoch) {
      lastEpoch = launch.epoch();
      attempts.put(launch.epoch(), new Attempt(launch));
    }
  }

  private void kill(KillTask kill) {
    Attempt attempt = attempts.get(kill.epoch());
    if (attempt != null && !attempt.state.isTerminal()) {
      attempt.killed = true;
    }
  }

  private void forget(AcknowledgeStatus acknowledged) {
    Attempt attempt = attempts.get(acknowledged.epoch());
    if (attempt != null
        && attempt.state.isTerminal()
        && acknowledged.sequence() >= attempt.reports.size()) {
      attempts.remove(acknowledged.epoch());
    }
  }

  /** One of its processes comes a step further; what it reports of that, or null. */
  ReportStatus act(SplittableRandom random, boolean faults) {
    Attempt attempt = any(random);
    if (attempt == null || attempt.state.isTerminal()) {
      return null;
    }
    attempt.state = next(attempt, random, faults);
    ReportStatus report = report(attempt, attempt.reports.size() + 1, random);
    attempt.reports.add(report);
    return report;
  }

  private static TaskState next(Attempt attempt, SplittableRandom random, boolean faults) {
    if (faults && random.nextInt(20) == 0) {
      return attempt.state == TaskState.STAGING ? TaskState.DROPPED : TaskState.LOST;
    }
    return switch (attempt.state) {
      case STAGING -> attempt.killed ? TaskState.KILLED : TaskState.RUNNING;
      case RUNNING -> {
        if (attempt.killed) {
          yield random.nextBoolean() ? TaskState.KILLING : TaskState.KILLED;
        }
        yield faults && random.nextInt(3) == 0 ? TaskState.FAILED : TaskState.FINISHED;
      }
      default -> random.nextInt(5) == 0 ? TaskState.FINISHED : TaskState.KILLED;
    };
  }

  private ReportStatus report(Attempt attempt, long sequence, SplittableRandom random) {
    TaskState state = attempt.state;
    LaunchTask launch = attempt.launch;
    Integer code =
        switch (state) {
          case FINISHED -> Integer.valueOf(0);
          case FAILED -> Integer.valueOf(1 + random.nextInt(3));
          default -> null;
        };
    Reason reason =
        switch (state) {
          case FAILED -> Reason.COMMAND_ENDED;
          case DROPPED -> Reason.CHECKPOINT_FAILED;
          case LOST -> Reason.AGENT_RESTARTED;
          default -> null;
        };
    TaskExit exit = state.isTerminal() ? new TaskExit(code, null, 500, 700) : null;
    return new ReportStatus(
        id,
        launch.task(),
        launch.attempt(),
        launch.epoch(),
        sequence,
        state,
        reason,
        null,
        500,
        exit);
  }

  /** Something that it has said before, or null. */
  ReportStatus repeat(SplittableRandom random) {
    Attempt attempt = any(random);
    return attempt == null || attempt.reports.isEmpty()
        ? null
        : attempt.reports.get(random.nextInt(attempt.reports.size()));
  }

  /** The last word on everything that it still knows. */
  List<ReportStatus> repeatAll() {
    return attempts.values().stream()
        .filter(attempt -> !attempt.reports.isEmpty())
        .map(attempt -> attempt.reports.getLast())
        .toList();
  }

  private Attempt any(SplittableRandom random) {
    if (attempts.isEmpty()) {
      return null;
    }
    List<Attempt> all = new ArrayList<>(attempts.values());
    return all.get(random.nextInt(all.size()));
  }
}
