package dev.bourse.agent.machine;

import dev.bourse.topics.command.ReportStatus;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.JobId;
import dev.bourse.topics.id.TaskId;
import dev.bourse.topics.job.ProcessSpec;
import dev.bourse.topics.order.AcknowledgeStatus;
import dev.bourse.topics.order.ConfirmRegistration;
import dev.bourse.topics.order.KillTask;
import dev.bourse.topics.order.LaunchTask;
import dev.bourse.topics.order.Order;
import dev.bourse.topics.order.ShutdownAgent;
import dev.bourse.topics.resources.Attributes;
import dev.bourse.topics.resources.Resources;
import java.util.List;

/** A machine with a clock that a test moves, and short words for what happens to it. */
final class MachineTester {

  static final AgentId AGENT = new AgentId("a1");
  static final String INCARNATION = "i1";
  static final long RUN = 4;
  static final long START = 1_000_000;
  static final long GRACE = 5_000;

  private static final JobId JOB = new JobId("job");
  private static final TaskId TASK = TaskId.of(JOB, 0);

  final AgentMachine machine =
      new AgentMachine(
          new AgentProfile(
              AGENT,
              INCARNATION,
              RUN,
              "host",
              Resources.parse("cpus:2"),
              Attributes.EMPTY,
              "none",
              "1",
              1_000,
              "eu",
              "eu-1"));
  long now = START;

  static MachineTester started() {
    MachineTester tester = new MachineTester();
    tester.on(new Event.Recovered(0, List.of()));
    return tester;
  }

  static MachineTester registered() {
    MachineTester tester = started();
    tester.confirm(1);
    return tester;
  }

  static MachineTester running(long epoch) {
    MachineTester tester = registered();
    tester.run(epoch);
    return tester;
  }

  static AttemptKey key(long epoch) {
    return new AttemptKey(TASK, 1, epoch);
  }

  static LaunchTask launch(long epoch, String incarnation) {
    return new LaunchTask(
        AGENT,
        incarnation,
        TASK,
        JOB,
        1,
        epoch,
        ProcessSpec.of(List.of("/bin/true")),
        Resources.parse("cpus:1"),
        GRACE,
        1_000,
        null,
        null);
  }

  List<Action> on(Event event) {
    return machine.on(event, now);
  }

  List<Action> order(Order order) {
    return on(new Event.OrderReceived(order));
  }

  List<Action> launch(long epoch) {
    return order(launch(epoch, INCARNATION));
  }

  List<Action> run(long epoch) {
    launch(epoch);
    on(new Event.CheckpointWritten(launch(epoch, INCARNATION)));
    return on(new Event.ProcessStarted(key(epoch)));
  }

  List<Action> kill(long epoch, long grace) {
    return order(new KillTask(AGENT, INCARNATION, TASK, 1, epoch, grace));
  }

  List<Action> shutDown(String message) {
    return order(new ShutdownAgent(AGENT, message));
  }

  List<Action> acknowledge(long epoch, long sequence) {
    return order(new AcknowledgeStatus(AGENT, TASK, 1, epoch, sequence));
  }

  List<Action> confirm(long registration) {
    return order(new ConfirmRegistration(AGENT, INCARNATION, RUN, registration));
  }

  List<Action> exited(long epoch, int status) {
    return on(new Event.ProcessEnded(key(epoch), ProcessEnd.seen(status, now)));
  }

  /** The process has ended and its output is sent. */
  ReportStatus ended(long epoch, int status) {
    exited(epoch, status);
    return report(drained(epoch));
  }

  List<Action> drained(long epoch) {
    return on(new Event.OutputDrained(key(epoch)));
  }

  /** Time passes, then comes a tick. */
  List<Action> after(long millis) {
    now += millis;
    return on(new Event.Tick());
  }

  /** The one report among actions. */
  static ReportStatus report(List<Action> actions) {
    List<ReportStatus> reports = reports(actions);
    if (reports.size() != 1) {
      throw new AssertionError("one report expected in " + actions);
    }
    return reports.getFirst();
  }

  static List<ReportStatus> reports(List<Action> actions) {
    return actions.stream()
        .filter(Action.SendStatus.class::isInstance)
        .map(action -> ((Action.SendStatus) action).report())
        .toList();
  }
}
