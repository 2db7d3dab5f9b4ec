package dev.bourse.loadtests;

import dev.bourse.core.Envelope;
import dev.bourse.core.Outcome;
import dev.bourse.core.StateMachine;
import dev.bourse.core.context.Position;
import dev.bourse.core.state.table.Tables;
import dev.bourse.simulator.log.Bytes;
import dev.bourse.simulator.log.Partition;
import dev.bourse.simulator.log.SimLog;
import dev.bourse.simulator.master.Entries;
import dev.bourse.topics.codec.RecordType;
import dev.bourse.topics.command.Command;
import dev.bourse.topics.command.RegisterAgent;
import dev.bourse.topics.command.ReportStatus;
import dev.bourse.topics.command.SubmitJob;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.JobId;
import dev.bourse.topics.job.Fingerprint;
import dev.bourse.topics.job.JobDocuments;
import dev.bourse.topics.job.JobSpec;
import dev.bourse.topics.kafka.Topic;
import dev.bourse.topics.order.LaunchTask;
import dev.bourse.topics.order.Order;
import dev.bourse.topics.resources.Attributes;
import dev.bourse.topics.resources.Resources;
import dev.bourse.topics.task.Reason;
import dev.bourse.topics.task.TaskExit;
import dev.bourse.topics.task.TaskState;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the history of a cell: jobs of four roles that come, run on many agents, and end. */
final class HistoryMaker {

  private static final Resources MACHINE = Resources.parse("cpus:16;memory:65536;disk:524288");
  private static final long START = 1_767_225_600_000L;
  private static final int ROLES = 4;
  private static final long TTL_MILLIS = 60_000;

  private final SimLog log = new SimLog();
  private final StateMachine machine = new StateMachine(new Tables());
  private final Deque<LaunchTask> running = new ArrayDeque<>();
  private long now = START;

  /** One of so many jobs on so many agents; three inputs a job. */
  static SimLog of(int jobs, int agents) {
    HistoryMaker maker = new HistoryMaker();
    for (int i = 0; i < agents; i++) {
      maker.register("agent-" + i);
    }
    for (int i = 0; i < jobs; i++) {
      maker.submit(i);
      if (i >= agents) {
        maker.endOldest();
      }
    }
    while (!maker.running.isEmpty()) {
      maker.endOldest();
    }
    return maker.log;
  }

  private void register(String name) {
    AgentId id = new AgentId(name);
    input(
        Topic.MEMBERSHIP,
        name,
        new RegisterAgent(
            id,
            "i1",
            1,
            name,
            MACHINE,
            Attributes.EMPTY,
            "none",
            null,
            0,
            null,
            List.of(),
            null,
            null));
  }

  private void submit(int number) {
    String id = "job-" + number;
    String document =
        """
        {"command":["sh","-c","echo %d"],"role":"role-%d","priority":%d,"ttl":"%ds",
         "resources":{"cpus":"%dm","memory":"128Mi"},"retry":{"attempts":2}}"""
            .formatted(number, number % ROLES, number % 3 * 10, TTL_MILLIS / 1_000, 500);
    byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
    JobSpec spec = JobDocuments.read(bytes).spec();
    append(
        Topic.SUBMISSIONS,
        id,
        new Bytes(RecordType.SUBMIT_JOB.ceType(), bytes),
        new SubmitJob(new JobId(id), spec, Fingerprint.of(spec)));
  }

  private void endOldest() {
    LaunchTask launch = running.remove();
    report(launch, 1, TaskState.RUNNING, null, null);
    report(launch, 2, TaskState.FINISHED, Reason.COMMAND_ENDED, new TaskExit(0, null, now, now));
  }

  private void report(
      LaunchTask launch,
      long sequence,
      TaskState state,
      @Nullable Reason reason,
      @Nullable TaskExit exit) {
    input(
        Topic.STATUS,
        launch.agent().value(),
        new ReportStatus(
            launch.agent(),
            launch.task(),
            launch.attempt(),
            launch.epoch(),
            sequence,
            state,
            reason,
            null,
            now,
            exit));
  }

  private void input(Topic topic, String key, Command command) {
    append(topic, key, Bytes.of(command), command);
  }

  private void append(Topic topic, String key, Bytes record, Command command) {
    now++;
    Partition partition = log.input(topic);
    partition.append(now, key, record);
    long offset = partition.get(partition.size() - 1).offset();
    step(command, new Position(topic.suffix(), 0, offset));
    while (machine.isTickDue(now)) {
      step(machine.tick(), null);
    }
  }

  private void step(Command command, @Nullable Position position) {
    Envelope envelope = new Envelope(command, position, now);
    Outcome outcome = machine.step(envelope);
    log.journal().add(Entries.of(envelope, outcome));
    for (Order order : outcome.orders()) {
      if (order instanceof LaunchTask launch) {
        running.add(launch);
      }
    }
  }
}
